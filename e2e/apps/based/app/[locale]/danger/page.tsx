export default function Danger() {
  return <h1>Bytes of the freshly signed in</h1>
}

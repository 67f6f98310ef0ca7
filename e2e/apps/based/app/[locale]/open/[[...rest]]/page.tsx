export default function Open() {
  return <h1>Open too</h1>
}

export default function NotForYou() {
  return <h1>Not for you</h1>
}

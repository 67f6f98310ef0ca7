/** Guarded by the proxy alone, so that what gets past it is seen. */
export default function Admin() {
  return <h1>Bytes of admins only</h1>
}

const orders = Array.from({ length: 50 }, (_, index) => ({
  number: 1000 + index,
  total: ((index * 7919) % 100_000) / 100,
}))

/** What every contestant's page shows, so that only the kit differs. */
export function Orders({ email }: { email: string }) {
  return (
    <main>
      <h1>Orders of {email}</h1>
      <ul>
        {orders.map(({ number, total }) => (
          <li key={number}>
            Order {number}: {total.toFixed(2)}
          </li>
        ))}
      </ul>
    </main>
  )
}

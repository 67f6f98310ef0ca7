const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
})

/** An amount of US dollars for people: `$18,400`, `$12.50`. */
export function formatDollars(amount: number): string {
  return dollars.format(amount)
}

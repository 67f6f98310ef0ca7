import { type Category, categories, type Purchase } from './approvalRoute.ts'

/** The part of an address after the question mark, as Next hands it to a page. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** What an address asks about a purchase. `amount` is what was typed. */
export type PurchaseAnswer =
  | { status: 'unasked' }
  | { status: 'invalid'; amount: string; category: Category; problem: string }
  | { status: 'valid'; amount: string; category: Category; purchase: Purchase }

const largestAmount = 10_000_000

/** Reads `?amount=2400&category=software`. */
export function readPurchaseQuery(query: Query): PurchaseAnswer {
  const typed = first(query.amount)
  if (typed === undefined) return { status: 'unasked' }

  const category = categories.find((known) => known === first(query.category)) ?? 'equipment'
  const asked = { amount: typed, category }
  const amount = Number(typed.replaceAll(/[$,\s]/g, ''))

  if (typed.trim() === '' || !Number.isFinite(amount) || amount <= 0)
    return { status: 'invalid', ...asked, problem: 'Enter an amount in dollars, such as 2400.' }
  if (amount > largestAmount)
    return { status: 'invalid', ...asked, problem: 'Orchard stops at $10,000,000.' }
  return { status: 'valid', ...asked, purchase: { amount, category } }
}

/** The address of the requests page with the same question in it. */
export function requestsPath(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  )
  const search = new URLSearchParams(pairs).toString()
  return search === '' ? '/dashboard/requests' : `/dashboard/requests?${search}`
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat().at(0)
}

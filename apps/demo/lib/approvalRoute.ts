/** What a purchase can be filed under. */
export const categories = ['software', 'equipment', 'services', 'travel'] as const
export type Category = (typeof categories)[number]

/** A purchase as the policy sees it; `amount` in whole or fractional US dollars. */
export interface Purchase {
  amount: number
  category: Category
}

/** Somebody who has to agree, and why the policy asks them. */
export interface ApprovalStep {
  approver: string
  reason: string
}

interface Rule extends ApprovalStep {
  applies: (purchase: Purchase) => boolean
}

/** Orchard's starting policy, in the order in which people are asked. */
const rules: readonly Rule[] = [
  { approver: 'Team lead', reason: 'Every request starts here', applies: () => true },
  {
    approver: 'Security',
    reason: 'New software touches company data',
    applies: ({ category }) => category === 'software',
  },
  {
    approver: 'Legal',
    reason: 'Service contracts from $5,000',
    applies: ({ amount, category }) => category === 'services' && amount >= 5_000,
  },
  { approver: 'Budget owner', reason: 'From $500', applies: ({ amount }) => amount >= 500 },
  { approver: 'Finance', reason: 'From $5,000', applies: ({ amount }) => amount >= 5_000 },
  { approver: 'CFO', reason: 'From $25,000', applies: ({ amount }) => amount >= 25_000 },
]

/** Who has to approve a purchase, first to last. Never empty. */
export function approvalRoute(purchase: Purchase): ApprovalStep[] {
  return rules
    .filter((rule) => rule.applies(purchase))
    .map(({ approver, reason }) => ({ approver, reason }))
}

import { approvalRoute, type Purchase } from '@/lib/approvalRoute.ts'
import { formatDollars } from '@/lib/money.ts'
import { ApprovalChain } from '../approvals/ApprovalChain.tsx'
import styles from './Policy.module.css'
import { Section } from './Section.tsx'

const examples: readonly (Purchase & { what: string })[] = [
  { what: 'Train to a customer', amount: 180, category: 'travel' },
  { what: 'Design tool, six seats', amount: 2_400, category: 'software' },
  { what: 'Interim accountant', amount: 12_500, category: 'services' },
  { what: 'Forklift', amount: 38_000, category: 'equipment' },
]

/** The policy applied to four purchases, by the function the product itself uses. */
export function Policy() {
  return (
    <Section
      id="policy"
      title="A policy people can predict"
      lead="Small things go through one person. Large things gather the people who will be asked about them later. Nobody is on the list out of habit."
    >
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption>Orchard’s starting policy, applied</caption>
          <thead>
            <tr>
              <th scope="col">Purchase</th>
              <th scope="col">Amount</th>
              <th scope="col">Who approves, in order</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ what, ...purchase }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className={styles.amount}>{formatDollars(purchase.amount)}</td>
                <td>
                  <ApprovalChain steps={approvalRoute(purchase)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

import { Route } from 'lucide-react'
import { approvalRoute } from '@/lib/approvalRoute.ts'
import { formatDollars } from '@/lib/money.ts'
import type { PurchaseAnswer } from '@/lib/purchaseQuery.ts'
import { readableSlug } from '@/lib/slugs.ts'
import styles from './RouteResult.module.css'

/** Who approves the purchase that was asked about, first to last, and why each of them. */
export function RouteResult({ answer }: { answer: PurchaseAnswer }) {
  return (
    <section className={styles.result} aria-labelledby="route-title" aria-live="polite">
      {answer.status === 'valid' ? (
        <>
          <p className={styles.kind}>{readableSlug(answer.category)}</p>
          <h2 id="route-title" className={styles.amount}>
            {formatDollars(answer.purchase.amount)}
          </h2>
          <ol className={styles.steps}>
            {approvalRoute(answer.purchase).map(({ approver, reason }) => (
              <li key={approver}>
                <strong>{approver}</strong>
                <span>{reason}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <div className={styles.empty}>
          <Route size={28} aria-hidden />
          <h2 id="route-title">No route yet</h2>
          <p>Name an amount and what it is filed under; the people appear here in order.</p>
        </div>
      )}
    </section>
  )
}

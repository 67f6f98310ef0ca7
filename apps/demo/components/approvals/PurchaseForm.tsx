import { ArrowRight } from 'lucide-react'
import Form from 'next/form'
import { categories } from '@/lib/approvalRoute.ts'
import type { PurchaseAnswer } from '@/lib/purchaseQuery.ts'
import { readableSlug } from '@/lib/slugs.ts'
import { Panel } from '../account/Panel.tsx'
import button from '../brand/button.module.css'
import styles from './PurchaseForm.module.css'

/** Asks about a purchase by navigating to an address that names it; works without JavaScript too. */
export function PurchaseForm({ answer }: { answer: PurchaseAnswer }) {
  const problem = answer.status === 'invalid' ? answer.problem : undefined
  const asked = answer.status === 'unasked' ? undefined : answer

  return (
    <Panel title="The purchase">
      <Form action="/dashboard/requests" className={styles.form} scroll={false}>
        <div className={styles.field}>
          <label htmlFor="amount">Amount in US dollars</label>
          <input
            id="amount"
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            required
            placeholder="2400"
            defaultValue={asked?.amount}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'amount-problem'}
          />
          {problem !== undefined && (
            <p id="amount-problem" className={styles.problem}>
              {problem}
            </p>
          )}
        </div>
        <div className={styles.field}>
          <label htmlFor="category">Filed under</label>
          <select id="category" name="category" defaultValue={asked?.category ?? 'software'}>
            {categories.map((category) => (
              <option key={category} value={category}>
                {readableSlug(category)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className={button.solid}>
          Show who approves <ArrowRight size={17} aria-hidden />
        </button>
      </Form>
    </Panel>
  )
}

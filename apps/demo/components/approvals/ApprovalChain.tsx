import type { ApprovalStep } from '@/lib/approvalRoute.ts'
import styles from './ApprovalChain.module.css'

/** The approvers of one purchase as a line to read from left to right. */
export function ApprovalChain({ steps }: { steps: readonly ApprovalStep[] }) {
  return (
    <ol className={styles.chain}>
      {steps.map(({ approver }) => (
        <li key={approver}>{approver}</li>
      ))}
    </ol>
  )
}

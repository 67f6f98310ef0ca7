import type { SignedIn } from '@latchkey/next'
import { VenetianMask } from 'lucide-react'
import styles from './ImpersonationNotice.module.css'

/** Says so when somebody else acts as this user. */
export function ImpersonationNotice({ impersonator }: Pick<SignedIn, 'impersonator'>) {
  if (impersonator === undefined) return null

  return (
    <p className={styles.notice} role="status">
      <VenetianMask size={20} aria-hidden />
      <span>
        <strong>{impersonator.email}</strong> is using this account
        {impersonator.reason === null ? '.' : `: ${impersonator.reason}`}
      </span>
    </p>
  )
}

import type { ReactNode } from 'react'
import styles from './Note.module.css'

/** A sentence in a panel that has nothing else to show. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}

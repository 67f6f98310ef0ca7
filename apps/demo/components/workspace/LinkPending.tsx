'use client'

import { useLinkStatus } from 'next/link'
import styles from './LinkPending.module.css'

/** A dot in a link that shows while its page is being fetched. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  return <span className={styles.dot} data-pending={pending} aria-hidden="true" />
}

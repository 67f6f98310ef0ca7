import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '../brand/Wordmark.tsx'
import styles from './NoticePage.module.css'

/** The frame of a notice that stands outside the workspace. */
export function NoticePage({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header>
        <Link href="/" className={styles.home} aria-label="Orchard, home">
          <Wordmark />
        </Link>
      </header>
      <main id="main">{children}</main>
    </div>
  )
}

import { Wordmark } from '../brand/Wordmark.tsx'
import styles from './SiteFooter.module.css'

/** Says plainly what Orchard is. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <Wordmark />
        <p>
          Orchard is the demonstration product of Latchkey, WorkOS AuthKit for Next.js. People sign
          in for real; purchases are made up.
        </p>
      </div>
    </footer>
  )
}

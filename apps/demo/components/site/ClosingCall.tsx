import styles from './ClosingCall.module.css'
import { StartButton } from './StartButton.tsx'

/** The last word before the footer. */
export function ClosingCall() {
  return (
    <section className={styles.call} aria-labelledby="call-title">
      <div className={styles.inner}>
        <h2 id="call-title">Plant it with one team.</h2>
        <p>One policy, one budget, the people who already say yes. Grow from there.</p>
        <StartButton tone="canopy" />
      </div>
    </section>
  )
}

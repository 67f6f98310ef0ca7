import button from '../brand/button.module.css'
import styles from './Hero.module.css'
import { RequestTag } from './RequestTag.tsx'
import { StartButton } from './StartButton.tsx'

/** What Orchard is, in one breath, beside a request on its way. */
export function Hero() {
  return (
    <section className={styles.hero} aria-labelledby="hero-title">
      <div className={styles.inner}>
        <div className={styles.words}>
          <h1 id="hero-title" className={styles.title}>
            Get to yes before the quote expires.
          </h1>
          <p className={styles.lead}>
            Orchard carries a purchase request to the people who have to approve it, in the right
            order, and keeps finance in the picture from the first word.
          </p>
          <div className={styles.actions}>
            <StartButton tone="quince" />
            <a href="#journey" className={`${button.quiet} ${button.large}`}>
              See how it works
            </a>
          </div>
        </div>
        <RequestTag />
      </div>
    </section>
  )
}

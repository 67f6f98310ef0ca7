import { OrchardMark } from './OrchardMark.tsx'
import styles from './Wordmark.module.css'

/** Mark and name, in the colour of the text around them. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <OrchardMark className={styles.mark} />
      Orchard
    </span>
  )
}

import styles from './SkipLink.module.css'

/** Lets keyboards jump over the navigation to `<main id="main">`. */
export function SkipLink() {
  return (
    <a href="#main" className={styles.skip}>
      Skip to content
    </a>
  )
}

import styles from './PageHeading.module.css'

/** The one `h1` of a page, and a sentence about the page. */
export function PageHeading({ title, lead }: { title: string; lead: string }) {
  return (
    <div className={styles.heading}>
      <h1>{title}</h1>
      <p>{lead}</p>
    </div>
  )
}

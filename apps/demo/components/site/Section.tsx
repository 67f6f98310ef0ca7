import type { ReactNode } from 'react'
import styles from './Section.module.css'

interface SectionProps {
  /** Where links of the page land; also names the heading. */
  id: string
  title: string
  lead: string
  children: ReactNode
}

/** A part of the landing page: heading and lead above, the rest below. */
export function Section({ id, title, lead, children }: SectionProps) {
  const headingId = `${id}-title`
  return (
    <section id={id} className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        <p>{lead}</p>
      </div>
      {children}
    </section>
  )
}

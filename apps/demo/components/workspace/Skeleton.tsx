import styles from './Skeleton.module.css'

interface SkeletonProps {
  lines: number
  /** Read out instead of the bars. */
  label: string
}

/** Bars in place of text that is on its way. */
export function Skeleton({ lines, label }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bar} />
      ))}
    </div>
  )
}

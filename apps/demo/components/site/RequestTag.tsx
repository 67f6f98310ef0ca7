import { Check, Hourglass } from 'lucide-react'
import { VisuallyHidden } from '../brand/VisuallyHidden.tsx'
import styles from './RequestTag.module.css'

const approvals = [
  { seat: 'Team lead', note: 'Tomás Ruiz, 09:12', done: true },
  { seat: 'Budget owner', note: 'Mei Lindqvist, 11:40', done: true },
  { seat: 'Finance', note: 'Waiting for you', done: false },
]

const behind = [
  { amount: '$640', title: 'Label printer, north warehouse' },
  { amount: '$2,150', title: 'Translation for the Lisbon launch' },
]

/** A request as an approver meets it, drawn as the tag on a crate. An illustration, not a control. */
export function RequestTag() {
  return (
    <figure className={styles.figure}>
      <figcaption>
        <VisuallyHidden>
          An example request of $18,400: two of three people have approved it.
        </VisuallyHidden>
      </figcaption>
      <div className={styles.stack} aria-hidden="true">
        {behind.map(({ amount, title }) => (
          <div key={title} className={styles.behind}>
            <strong>{amount}</strong> {title}
          </div>
        ))}
        <div className={styles.lift}>
          <div className={styles.tag}>
            <div className={styles.face}>
              <span className={styles.hole} />
              <p className={styles.kind}>Equipment</p>
              <p className={styles.amount}>$18,400</p>
              <p className={styles.title}>Second centrifuge for the tissue lab</p>
              <p className={styles.from}>Ines Okafor, Research. Quote valid until Friday.</p>
            </div>
            <div className={styles.stub}>
              <ol className={styles.chain}>
                {approvals.map(({ seat, note, done }) => (
                  <li key={seat} className={done ? styles.done : styles.open}>
                    <span className={styles.node}>
                      {done ? <Check size={15} strokeWidth={3} /> : <Hourglass size={14} />}
                    </span>
                    <span className={styles.seat}>{seat}</span>
                    <span className={styles.note}>{note}</span>
                  </li>
                ))}
              </ol>
              <div className={styles.verdict}>
                <span className={styles.yes}>Approve</span>
                <span className={styles.ask}>Ask a question</span>
              </div>
            </div>
          </div>
        </div>
      </div>
    </figure>
  )
}

import styles from './Seats.module.css'
import { Section } from './Section.tsx'

const seats = [
  {
    who: 'If you ask',
    promise: 'Know where it stands',
    text: 'You see whose turn it is and since when, so the only reminder you send is none.',
  },
  {
    who: 'If you approve',
    promise: 'Decide with the facts in view',
    text: 'The quote, the budget that is left and the earlier decisions sit on the same page as the button.',
  },
  {
    who: 'If you close the books',
    promise: 'Nothing arrives unannounced',
    text: 'Commitments show up the day they are made. Month end is a reading exercise, not an investigation.',
  },
]

/** What each kind of person gets. */
export function Seats() {
  return (
    <Section
      id="seats"
      title="Three people, one page"
      lead="The requester, the approver and the controller look at the same request, each with the part that concerns them on top."
    >
      <dl className={styles.seats}>
        {seats.map(({ who, promise, text }) => (
          <div key={who} className={styles.seat}>
            <dt>{who}</dt>
            <dd>
              <p className={styles.promise}>{promise}</p>
              <p className={styles.text}>{text}</p>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

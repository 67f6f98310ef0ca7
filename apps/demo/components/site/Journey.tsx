import { CircleCheck, MessageSquareText, Split } from 'lucide-react'
import styles from './Journey.module.css'
import { Section } from './Section.tsx'

const stops = [
  {
    icon: MessageSquareText,
    title: 'Ask',
    text: 'What you need, why, how much, and by when. Four fields, because nobody fills in eleven honestly.',
  },
  {
    icon: Split,
    title: 'Route',
    text: 'The policy picks the approvers and their order. Each sees one request, with the reason they were asked.',
  },
  {
    icon: CircleCheck,
    title: 'Settle',
    text: 'The last yes closes the request. Finance finds the amount, the budget and every decision in one line.',
  },
]

/** A request from asking to settled. */
export function Journey() {
  return (
    <Section
      id="journey"
      title="One road from asking to bought"
      lead="Approvals get lost between a chat thread, a spreadsheet and somebody’s holiday. In Orchard a request is always in exactly one place."
    >
      <ol className={styles.road}>
        {stops.map(({ icon: Icon, title, text }) => (
          <li key={title} className={styles.stop}>
            <span className={styles.node}>
              <Icon size={22} aria-hidden />
            </span>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

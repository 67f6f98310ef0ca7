import { DoorOpen, KeyRound, UserRoundCheck } from 'lucide-react'
import styles from './Trust.module.css'

const facts = [
  {
    icon: KeyRound,
    title: 'Your front door',
    text: 'People sign in through WorkOS AuthKit, with the methods your company allows.',
  },
  {
    icon: UserRoundCheck,
    title: 'Roles come along',
    text: 'Organization, role and permissions arrive with the session and are checked on every request.',
  },
  {
    icon: DoorOpen,
    title: 'Out means out',
    text: 'Signing out ends the session where it was issued, not only in the tab you are looking at.',
  },
]

/** How people get in, and what that guarantees. */
export function Trust() {
  return (
    <section id="trust" className={styles.trust} aria-labelledby="trust-title">
      <div className={styles.inner}>
        <h2 id="trust-title">Money moves on who you are. So we are strict about it.</h2>
        <ul className={styles.facts}>
          {facts.map(({ icon: Icon, title, text }) => (
            <li key={title}>
              <Icon size={22} aria-hidden />
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

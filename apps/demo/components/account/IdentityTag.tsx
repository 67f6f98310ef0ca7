import { BadgeCheck, CircleAlert } from 'lucide-react'
import { fullName, type Person } from '@/lib/person.ts'
import { readableSlug } from '@/lib/slugs.ts'
import { Avatar } from './Avatar.tsx'
import styles from './IdentityTag.module.css'
import { LocalTime } from './LocalTime.tsx'

interface IdentityTagProps {
  user: Person
  role: string | undefined
}

/** Who is signed in, as the tag that would hang on everything they ask for. */
export function IdentityTag({ user, role }: IdentityTagProps) {
  const name = fullName(user)
  const Verified = user.emailVerified ? BadgeCheck : CircleAlert
  return (
    <section className={styles.tag} aria-labelledby="identity-title">
      <div className={styles.face}>
        <Avatar person={user} size={72} />
        <div className={styles.who}>
          <h2 id="identity-title" className={name === undefined ? styles.address : styles.name}>
            {name ?? user.email}
          </h2>
          {name !== undefined && <p className={styles.email}>{user.email}</p>}
          <p className={styles.verified}>
            <Verified size={17} aria-hidden />
            {user.emailVerified ? 'Email verified' : 'Email not verified'}
          </p>
        </div>
      </div>
      <dl className={styles.stub}>
        <div>
          <dt>Role</dt>
          <dd>{role === undefined ? 'None' : readableSlug(role)}</dd>
        </div>
        <div>
          <dt>Member since</dt>
          <dd>
            <LocalTime instant={user.createdAt} show="date" />
          </dd>
        </div>
        <div>
          <dt>User</dt>
          <dd>
            <code>{user.id}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}

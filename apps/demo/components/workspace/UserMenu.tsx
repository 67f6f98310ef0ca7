import { SignOutButton } from '@latchkey/next/react'
import { ChevronsUpDown, LogOut } from 'lucide-react'
import { displayName, fullName, type Person } from '@/lib/person.ts'
import { Avatar } from '../account/Avatar.tsx'
import button from '../brand/button.module.css'
import { VisuallyHidden } from '../brand/VisuallyHidden.tsx'
import styles from './UserMenu.module.css'

/** Who is signed in, and the way out. The popover is the browser's own: Escape and a click beside it close it. */
export function UserMenu({ user }: { user: Person }) {
  return (
    <div className={styles.menu}>
      <button type="button" className={styles.trigger} popoverTarget="user-menu">
        <VisuallyHidden>Account menu of</VisuallyHidden>
        <Avatar person={user} size={36} />
        <span className={styles.person}>
          <span className={styles.name}>{displayName(user)}</span>
          {fullName(user) !== undefined && <span className={styles.email}>{user.email}</span>}
        </span>
        <ChevronsUpDown size={16} aria-hidden className={styles.chevron} />
      </button>
      <div id="user-menu" popover="auto" className={styles.popover}>
        <p className={styles.signedIn}>
          Signed in as <strong>{user.email}</strong>
        </p>
        <SignOutButton returnTo="/" className={`${button.quiet} ${styles.signOut}`}>
          <LogOut size={17} aria-hidden /> Sign out
        </SignOutButton>
      </div>
    </div>
  )
}

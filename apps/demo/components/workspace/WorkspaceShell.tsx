import type { SignedIn } from '@latchkey/next'
import { Inbox, LayoutDashboard } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, Suspense } from 'react'
import { OrchardMark } from '../brand/OrchardMark.tsx'
import { SkipLink } from '../brand/SkipLink.tsx'
import { NavLink } from './NavLink.tsx'
import { OrganizationName } from './OrganizationName.tsx'
import { Skeleton } from './Skeleton.tsx'
import { UserMenu } from './UserMenu.tsx'
import styles from './WorkspaceShell.module.css'

interface WorkspaceShellProps {
  session: SignedIn
  children: ReactNode
}

/** The application around a page: whose workspace it is, where to go, and who is signed in. */
export function WorkspaceShell({ session, children }: WorkspaceShellProps) {
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.side}>
        <Link href="/dashboard" className={styles.home}>
          <OrchardMark className={styles.mark} />
          <span className={styles.names}>
            <Suspense fallback={<Skeleton lines={1} label="Loading your organization" />}>
              <OrganizationName id={session.claims.organizationId} />
            </Suspense>
            <span className={styles.product}>Orchard</span>
          </span>
        </Link>
        <nav className={styles.nav} aria-label="Workspace">
          <NavLink href="/dashboard" icon={<LayoutDashboard size={18} aria-hidden />}>
            Overview
          </NavLink>
          <NavLink href="/dashboard/requests" icon={<Inbox size={18} aria-hidden />}>
            Requests
          </NavLink>
        </nav>
        <UserMenu user={session.user} />
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </div>
  )
}

import { requireAuth } from '@latchkey/next'
import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AccessPanel } from '@/components/account/AccessPanel.tsx'
import { IdentityTag } from '@/components/account/IdentityTag.tsx'
import { ImpersonationNotice } from '@/components/account/ImpersonationNotice.tsx'
import { OrganizationPanel } from '@/components/account/OrganizationPanel.tsx'
import { OrganizationPanelLoading } from '@/components/account/OrganizationPanelLoading.tsx'
import { SessionPanel } from '@/components/account/SessionPanel.tsx'
import { PageHeading } from '@/components/workspace/PageHeading.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Overview' }

export default async function DashboardPage() {
  const session = await requireAuth({ returnTo: '/dashboard' })
  const { user, claims } = session

  return (
    <>
      <ImpersonationNotice impersonator={session.impersonator} />
      <PageHeading
        title={user.firstName ? `Good to see you, ${user.firstName}.` : 'Good to see you.'}
        lead="This is what Orchard knows about you, and what this session lets you do."
      />
      <div className={styles.grid}>
        <IdentityTag user={user} role={claims.role} />
        <SessionPanel session={session} />
        <Suspense fallback={<OrganizationPanelLoading />}>
          <OrganizationPanel id={claims.organizationId} />
        </Suspense>
        <AccessPanel roles={claims.roles} permissions={claims.permissions} />
      </div>
    </>
  )
}

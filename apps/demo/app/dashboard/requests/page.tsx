import { requireAuth } from '@latchkey/next'
import type { Metadata } from 'next'
import { PurchaseForm } from '@/components/approvals/PurchaseForm.tsx'
import { RouteResult } from '@/components/approvals/RouteResult.tsx'
import { PageHeading } from '@/components/workspace/PageHeading.tsx'
import { readPurchaseQuery, requestsPath } from '@/lib/purchaseQuery.ts'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Requests' }

export default async function RequestsPage({ searchParams }: PageProps<'/dashboard/requests'>) {
  const query = await searchParams
  await requireAuth({ returnTo: requestsPath(query) })
  const answer = readPurchaseQuery(query)

  return (
    <>
      <PageHeading
        title="Requests"
        lead="Find out who would have to approve a purchase before you ask for it. Nothing is stored: Orchard is a demonstration, and the address of this page is all there is to a draft."
      />
      <div className={styles.columns}>
        <PurchaseForm answer={answer} />
        <RouteResult answer={answer} />
      </div>
    </>
  )
}

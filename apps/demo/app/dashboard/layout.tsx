import { auth } from '@latchkey/next'
import { NoticePage } from '@/components/notice/NoticePage.tsx'
import { WorkspaceShell } from '@/components/workspace/WorkspaceShell.tsx'

/**
 * Draws the shell around somebody who is signed in. It protects nothing: a layout is not rendered
 * again when people navigate, so each page asks for itself, outside of any Suspense boundary, where
 * a redirect still is an HTTP redirect.
 */
export default async function DashboardLayout({ children }: LayoutProps<'/dashboard'>) {
  const session = await auth()
  return session.status === 'signed-in' ? (
    <WorkspaceShell session={session}>{children}</WorkspaceShell>
  ) : (
    <NoticePage>{children}</NoticePage>
  )
}

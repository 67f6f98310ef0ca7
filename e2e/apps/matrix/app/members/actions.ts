'use server'

import {
  auth,
  currentUser,
  getAccessToken,
  refreshSession,
  requireAuth,
  signOut,
  switchOrganization,
} from '@latchkey/next'

export async function whoAmI(): Promise<string> {
  const { user } = await requireAuth()
  const [same, token] = [await currentUser({ fresh: true }), await getAccessToken()]
  return `${user.email} ${same?.id === user.id} ${token?.split('.').length}`
}

export async function renew(): Promise<string> {
  const [before, renewed] = [await auth(), await refreshSession()]
  if (before.status !== 'signed-in' || renewed.status !== 'signed-in') return renewed.status
  return `renewed ${before.accessToken !== renewed.accessToken}`
}

export async function enter(organizationId: string): Promise<string> {
  const outcome = await switchOrganization(organizationId)
  return `entered: ${outcome.status}`
}

export async function approve(): Promise<string> {
  await requireAuth({ permission: 'payouts:approve' })
  return 'approved'
}

export async function leave(): Promise<void> {
  await signOut({ returnTo: '/' })
}

import type { AuthenticateResultWire } from '@latchkey/core/contract'
import { z } from 'zod'
import { authenticateResult } from '../authentication/authenticateResult.ts'
import { proveNow } from '../authentication/proof.ts'
import { activeOrganizations } from '../authentication/requirement.ts'
import { startSession } from '../authentication/session.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { Environment } from '../environment.ts'
import { issueTokenPair } from '../tokens/tokenPair.ts'

export const mintSessionSchema = z.strictObject({
  email: z.string(),
  organizationId: z.string().optional(),
})

/** Whose session to make; the organization may be left out by somebody who has at most one. */
export type MintSession = { email: string; organizationId?: string | undefined }

/** A session that cannot be made, and why. */
export class MintError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MintError'
  }
}

/** Signs somebody in without any page: the answer is what a grant would have answered. */
export async function mintSession(
  environment: Environment,
  { email, organizationId }: MintSession,
): Promise<AuthenticateResultWire> {
  const user = findUserByEmail(environment, email)
  if (!user) throw new MintError(`Nobody has the address ${email}.`)

  const organizations = activeOrganizations(environment, user.id)
  const ids = organizations.map(({ id }) => id)
  if (organizationId !== undefined && !ids.includes(organizationId)) {
    throw new MintError(`${email} is not a member of ${organizationId}.`)
  }
  if (organizationId === undefined && ids.length > 1) {
    throw new MintError(`${email} is in several organizations; pick one of ${ids.join(', ')}.`)
  }
  const session = startSession(environment, {
    ...proveNow(environment, { user_id: user.id, method: 'Password' }),
    organization_id: organizationId ?? ids[0] ?? null,
    client_id: environment.clientId,
    browser_session_id: null,
    ip_address: null,
    user_agent: null,
  })
  const pair = await issueTokenPair(environment, session)
  environment.store.flush()
  return authenticateResult(environment, { session, pair })
}

import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { PasswordResetRecord, UserRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { sendEmail } from './inbox.ts'
import { hashPassword } from './password.ts'

const lifetime = 60 * 60 * 1000

/** Emails a link to choose a new password with. */
export function sendPasswordReset(
  environment: Environment,
  options: { user: UserRecord; flowId: string | null; origin: string },
): PasswordResetRecord {
  const { store, clock } = environment
  const { user, flowId, origin } = options
  const now = clock.now()
  const token = randomToken()
  sendEmail(environment, {
    to: user.email,
    subject: 'Reset your password',
    kind: 'password_reset',
    text: 'Follow the link to choose a new password. It works once, for an hour.',
    link: passwordResetLink(origin, token),
  })
  return store.passwordResets.insert({
    id: newId('passwordReset', now),
    user_id: user.id,
    email: user.email,
    token,
    flow_id: flowId,
    used: false,
    expires_at: isoTime(now + lifetime),
    created_at: isoTime(now),
  })
}

/** Where a new password is chosen. */
export const passwordResetLink = (origin: string, token: string): string =>
  `${origin}/authkit/reset-password?token=${token}`

/** The reset that a token stands for, as long as it may be used. */
export function findPasswordReset(
  { store, clock }: Environment,
  token: string,
): PasswordResetRecord | undefined {
  return store.passwordResets.find(
    (reset) => reset.token === token && !reset.used && Date.parse(reset.expires_at) > clock.now(),
  )
}

/** Sets the password. Whoever read the email owns the address, so it is verified with it. */
export async function confirmPasswordReset(
  environment: Environment,
  options: { reset: PasswordResetRecord; password: string },
): Promise<void> {
  const { store, clock } = environment
  const { reset } = options
  store.passwordResets.update(reset.id, { used: true })
  const password = await hashPassword(options.password)
  const owner = store.users.get(reset.user_id)
  if (!owner) return
  store.users.update(owner.id, {
    password,
    email_verified: owner.email_verified || owner.email === reset.email,
    updated_at: isoTime(clock.now()),
  })
}

import { emailChange } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { sendEmail } from '../authentication/inbox.ts'
import { findUserByEmail, presentUser } from '../authentication/user.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import type { EmailChangeRecord } from '../store/resourceRecords.ts'
import { randomCode } from '../store/secret.ts'
import { plainError } from './apiError.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

const lifetime = 10 * 60 * 1000
const maximumAttempts = 5

/** Changing an address in two steps: a code goes to the new one, then it is confirmed. */
export function serveEmailChange(app: Hono<AppEnv>): void {
  serve(app, emailChange.send, ({ environment, params, body }) => {
    const { store, clock } = environment
    const user = requireUser(environment, params.user_id)
    const new_email = body.new_email.trim()
    requireChangeable(environment, user, new_email)
    for (const { id } of openChanges(environment, user))
      store.emailChanges.update(id, { used: true })
    const now = clock.now()
    const code = randomCode()
    sendEmail(environment, {
      to: new_email,
      subject: `Your verification code is ${code}`,
      kind: 'email_change',
      text: `Your code is ${code}. Enter it to make this your address. It works for 10 minutes.`,
      code,
    })
    const change = store.emailChanges.insert({
      id: newId('emailChange', now),
      user_id: user.id,
      new_email,
      code,
      attempts: 0,
      used: false,
      expires_at: isoTime(now + lifetime),
      created_at: isoTime(now),
    })
    const { expires_at, created_at } = change
    return {
      object: 'email_change' as const,
      user: presentUser(user),
      new_email,
      expires_at,
      created_at,
    }
  })

  serve(app, emailChange.confirm, ({ environment, params, body }) => {
    const { store, clock } = environment
    const user = requireUser(environment, params.user_id)
    const change = openChanges(environment, user).at(-1)
    if (!change) {
      const used = store.emailChanges.find(
        ({ user_id, code }) => user_id === user.id && code === body.code,
      )
      throw used
        ? plainError(409, 'email_change_code_previously_used', 'The code was used already.')
        : plainError(409, 'no_pending_email_change', 'The user has no change of address under way.')
    }
    requireRightCode(environment, change, body.code)
    requireChangeable(environment, user, change.new_email)
    store.emailChanges.update(change.id, { used: true })
    const changed = store.users.update(user.id, {
      email: change.new_email,
      email_verified: true,
      updated_at: isoTime(clock.now()),
    })
    return { object: 'email_change_confirmation' as const, user: presentUser(changed) }
  })
}

const openChanges = ({ store }: Environment, { id }: UserRecord): EmailChangeRecord[] =>
  store.emailChanges.filter(({ user_id, used }) => user_id === id && !used)

function requireRightCode(
  { store, clock }: Environment,
  { id, attempts, code, expires_at }: EmailChangeRecord,
  attempt: string,
): void {
  if (attempts >= maximumAttempts) {
    throw plainError(429, 'email_change_too_many_attempts', 'Too many wrong codes. Send a new one.')
  }
  if (Date.parse(expires_at) <= clock.now()) {
    throw plainError(400, 'email_change_code_expired', 'The code has expired.')
  }
  if (code === attempt) return
  store.emailChanges.update(id, { attempts: attempts + 1 })
  throw plainError(400, 'email_change_code_incorrect', 'The code is not the one that was sent.')
}

function requireChangeable(environment: Environment, user: UserRecord, email: string): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw plainError(422, 'invalid_email', `The email address '${email}' is not valid.`)
  }
  const owner = findUserByEmail(environment, email)
  if (owner?.id === user.id) {
    throw plainError(409, 'email_change_not_needed', 'The user has this address already.')
  }
  if (owner) throw plainError(409, 'email_not_available', 'This email is not available.')
}

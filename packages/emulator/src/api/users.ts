import { type UserWire, users } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import {
  createUser,
  deleteUser,
  findUserByEmail,
  fullName,
  presentUser,
} from '../authentication/user.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { paginate } from '../store/paginate.ts'
import type { UserRecord } from '../store/records.ts'
import { ApiError, notFoundError, plainError } from './apiError.ts'
import { mergeMetadata, requireFreeExternalId } from './attributes.ts'
import { choosePassword } from './choosePassword.ts'
import { serve } from './serve.ts'

/** Users: list, make, read, change and delete. */
export function serveUsers(app: Hono<AppEnv>): void {
  serve(app, users.list, ({ environment, query }) => {
    const { email, organization_id: organizationId } = query
    const { store } = environment
    if (organizationId !== undefined && !store.organizations.get(organizationId)) {
      throw new ApiError(422, { message: `Organization not found: '${organizationId}'.` })
    }
    const members = new Set(
      store.memberships
        .filter(({ organization_id }) => organization_id === organizationId)
        .map(({ user_id }) => user_id),
    )
    const found = store.users.filter(
      (user) =>
        (email === undefined || user.email.toLowerCase() === email.toLowerCase()) &&
        (organizationId === undefined || members.has(user.id)),
    )
    const page = paginate(found, query)
    return { ...page, data: page.data.map(presentUser) }
  })

  serve(app, users.create, async ({ environment, body }) => {
    const {
      password,
      password_hash,
      password_hash_type,
      password_salt_position,
      metadata,
      ...fields
    } = body
    try {
      requireFreeEmail(environment, body.email)
      requireFreeExternalId(environment.store.users, body.external_id)
    } catch (error) {
      throw error instanceof ApiError ? creationError(error) : error
    }
    return presentUser(
      createUser(environment, {
        ...defined(fields),
        email: body.email,
        metadata: mergeMetadata({}, metadata),
        password: (await choosePassword(body)) ?? { type: 'none' },
      }),
    )
  })

  serve(app, users.get, ({ environment, params }) =>
    presentUser(requireUser(environment, params.id)),
  )

  serve(app, users.getByExternalId, ({ environment, params }) => {
    const user = environment.store.users.find(
      ({ external_id }) => external_id === params.external_id,
    )
    if (!user) throw notFoundError('User', params.external_id)
    return presentUser(user)
  })

  serve(app, users.update, async ({ environment, params, body }) => {
    const user = requireUser(environment, params.id)
    const {
      password: _,
      password_hash,
      password_hash_type,
      password_salt_position,
      metadata,
      ...fields
    } = body
    if (body.email !== undefined) requireFreeEmail(environment, body.email, user)
    requireFreeExternalId(environment.store.users, body.external_id, user.id)
    const password = await choosePassword(body)
    const changes: Partial<UserWire> = defined(fields)
    const { first_name, last_name } = { ...user, ...changes }
    return presentUser(
      environment.store.users.update(user.id, {
        ...(movesAway(user, body.email) && { email_verified: false }),
        ...changes,
        name: fullName({ first_name, last_name }),
        metadata: mergeMetadata(user.metadata ?? {}, metadata),
        ...(password && { password }),
        updated_at: isoTime(environment.clock.now()),
      }),
    )
  })

  serve(app, users.delete, ({ environment, params }) => {
    deleteUser(environment, requireUser(environment, params.id).id)
  })
}

/** The user with the id; 404 when there is none. */
export function requireUser({ store }: Environment, id: string): UserRecord {
  const user = store.users.get(id)
  if (!user) throw notFoundError('User', id)
  return user
}

/** Whether the address changes to one that nobody has proved to own. */
const movesAway = (user: UserRecord, email: string | undefined): boolean =>
  email !== undefined && email.toLowerCase() !== user.email.toLowerCase()

function requireFreeEmail(environment: Environment, email: string, self?: UserRecord): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw plainError(400, 'invalid_email', `The email address '${email}' is not valid.`)
  }
  const owner = findUserByEmail(environment, email)
  if (!owner || owner.id === self?.id) return
  throw plainError(400, 'email_not_available', 'This email is not available.')
}

/** Making a user has one code of its own, which lists what was wrong. */
const creationError = ({ body: { code, message } }: ApiError): ApiError =>
  plainError(400, 'user_creation_error', 'Could not create user.', { errors: [{ code, message }] })

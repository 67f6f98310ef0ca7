import { type InvitationWire, invitations } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { sendEmail } from '../authentication/inbox.ts'
import { acceptInvitation, invitationState } from '../authentication/invitation.ts'
import { findUserByEmail } from '../authentication/user.ts'
import { findRoleIn } from '../authorization/roles.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { InvitationRecord } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import { randomToken } from '../store/secret.ts'
import { notFoundError, plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireOrganization } from './organizations.ts'
import { originOf } from './origin.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

const day = 24 * 60 * 60 * 1000

/** Invitations: list, send, read, accept, send again and take back. */
export function serveInvitations(app: Hono<AppEnv>): void {
  serve(app, invitations.list, ({ environment, query, context }) => {
    const email = query.email?.toLowerCase()
    const found = environment.store.invitations.filter(
      (invitation) =>
        (email === undefined || invitation.email.toLowerCase() === email) &&
        (query.organization_id === undefined ||
          invitation.organization_id === query.organization_id),
    )
    return listPage(found, query, (invitation) => present(context, invitation))
  })

  serve(app, invitations.send, ({ environment, body, context }) => {
    const { store, clock } = environment
    const { organization_id = null, inviter_user_id = null, role_slug = null } = body
    if (organization_id !== null) requireOrganization(environment, organization_id)
    if (inviter_user_id !== null) requireUser(environment, inviter_user_id)
    requireInvitable(environment, { email: body.email, organization_id, role_slug })
    const now = clock.now()
    const invitation = store.invitations.insert({
      id: newId('invitation', now),
      email: body.email,
      state: 'pending',
      accepted_at: null,
      revoked_at: null,
      expires_at: isoTime(now + lifetimeOf(body.expires_in_days)),
      organization_id,
      inviter_user_id,
      accepted_user_id: null,
      role_slug,
      token: randomToken(),
      created_at: isoTime(now),
      updated_at: isoTime(now),
    })
    emailInvitation(context, invitation)
    return present(context, invitation)
  })

  serve(app, invitations.getByToken, ({ environment, params, context }) => {
    const found = environment.store.invitations.find(({ token }) => token === params.token)
    if (!found) throw notFoundError('Invitation', params.token)
    return present(context, found)
  })

  serve(app, invitations.get, ({ environment, params, context }) =>
    present(context, requireInvitation(environment, params.id)),
  )

  serve(app, invitations.accept, ({ environment, params, context }) => {
    const invitation = requireInvitation(environment, params.id)
    requirePending(environment, invitation)
    const user = findUserByEmail(environment, invitation.email)
    if (!user) throw plainError(400, 'invalid_invite', 'Nobody has the invited address yet.')
    return present(context, acceptInvitation(environment, { invitation, user }))
  })

  serve(app, invitations.resend, ({ environment, params, context }) => {
    const { store, clock } = environment
    const invitation = requireInvitation(environment, params.id)
    const state = invitationState(environment, invitation)
    if (state !== 'pending') {
      throw plainError(400, `invite_${state}`, `The invitation is ${state}.`)
    }
    emailInvitation(context, invitation)
    const updated_at = isoTime(clock.now())
    return present(context, store.invitations.update(invitation.id, { updated_at }))
  })

  serve(app, invitations.revoke, ({ environment, params, context }) => {
    const { store, clock } = environment
    const invitation = requireInvitation(environment, params.id)
    requirePending(environment, invitation)
    const at = isoTime(clock.now())
    const fields = { state: 'revoked', revoked_at: at, updated_at: at } as const
    return present(context, store.invitations.update(invitation.id, fields))
  })
}

const requireInvitation = ({ store }: Environment, id: string): InvitationRecord =>
  requireRecord(store.invitations, { kind: 'Invitation', id })

function requirePending(environment: Environment, invitation: InvitationRecord): void {
  if (invitationState(environment, invitation) === 'pending') return
  throw plainError(400, 'invite_not_pending', 'Invite is not pending.')
}

function lifetimeOf(days = 7): number {
  if (days < 1) throw plainError(400, 'expires_in_days_too_short', 'At least one day, please.')
  if (days > 30) throw plainError(400, 'expires_in_days_too_long', 'At most 30 days, please.')
  return days * day
}

function requireInvitable(
  environment: Environment,
  wish: Pick<InvitationRecord, 'email' | 'organization_id' | 'role_slug'>,
): void {
  const { store } = environment
  const { email, organization_id, role_slug } = wish
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw plainError(400, 'invalid_email', `The email address '${email}' is not valid.`)
  }
  const address = email.toLowerCase()
  const open = store.invitations.find(
    (each) =>
      each.email.toLowerCase() === address &&
      each.organization_id === organization_id &&
      invitationState(environment, each) === 'pending',
  )
  const user = findUserByEmail(environment, email)
  if (organization_id === null) {
    if (open) throw plainError(400, 'email_already_invited', `${email} is invited already.`)
    if (user) throw plainError(400, 'user_already_exists', `${email} is a user already.`)
    return
  }
  if (open) {
    const message = `${email} is invited to the organization already.`
    throw plainError(400, 'email_already_invited_to_organization', message)
  }
  const member = store.memberships.find(
    (each) => each.user_id === user?.id && each.organization_id === organization_id,
  )
  if (member) {
    const message = `${email} is a member of the organization already.`
    throw plainError(400, 'user_already_organization_member', message)
  }
  if (
    role_slug !== null &&
    !findRoleIn(environment, { organizationId: organization_id, slug: role_slug })
  ) {
    throw plainError(400, 'invalid_role', `Role '${role_slug}' is not a valid role.`)
  }
}

const linkOf = (context: Context<AppEnv>, { token }: InvitationRecord): string =>
  `${originOf(context)}/authkit/invite?invitation_token=${token}`

function emailInvitation(context: Context<AppEnv>, invitation: InvitationRecord): void {
  const { environment } = context.var
  const { store } = environment
  const organization = store.organizations.get(invitation.organization_id ?? '')
  const inviter = store.users.get(invitation.inviter_user_id ?? '')
  const where = organization?.name ?? store.applications.all()[0]?.name ?? 'the application'
  sendEmail(environment, {
    to: invitation.email,
    subject: `You are invited to ${where}`,
    kind: 'invitation',
    text: `${inviter?.name ?? 'Somebody'} invites you to ${where}. Follow the link to accept.`,
    link: linkOf(context, invitation),
  })
}

const present = (context: Context<AppEnv>, invitation: InvitationRecord): InvitationWire => ({
  object: 'invitation',
  ...invitation,
  state: invitationState(context.var.environment, invitation),
  accept_invitation_url: linkOf(context, invitation),
})

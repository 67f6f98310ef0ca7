import { describe, expect, it } from 'vitest'
import type { CookieChange, FlowMail } from '../../../src/index.ts'
import { pendingUser } from '../fixtures/refusals.ts'
import { password, rightCode } from './modelWorkOS.ts'
import { code, flowAgainst, placeOf } from './player.ts'

function cookieNames(changes: readonly CookieChange[]): string[] {
  return changes.map(({ name }) => name)
}

describe('a way in', () => {
  it('starts with an address, without asking WorkOS anything about it', async () => {
    const { start, requests } = flowAgainst([])
    expect(await start({ email: ' Marcelina.Davis@example.com ', returnTo: '/x' })).toMatchObject({
      status: 'step',
      step: {
        name: 'credential',
        email: 'Marcelina.Davis@example.com',
        methods: ['password', 'magic-code', 'GoogleOAuth'],
        signUp: true,
      },
      problem: undefined,
    })
    expect(requests).toEqual([])
  })

  it.each(['', 'nobody', 'a@b', 'a@example.com, b@example.com', 'a@example.com\nb@example.com'])(
    'does not start with %j',
    async (email) => {
      expect(await flowAgainst([]).start({ email })).toEqual({
        status: 'failed',
        problem: { code: 'email_invalid' },
        cookieChanges: [],
      })
    },
  )

  it('by password ends signed in, on the way the person wanted', async () => {
    const { kit, start, submit } = flowAgainst([])
    const begun = await start({ email: pendingUser.email, returnTo: '/reports?year=2026' })
    const result = await submit(begun, { type: 'password', password })
    expect(result).toMatchObject({
      status: 'signed-in',
      session: { user: { email: pendingUser.email }, claims: { userId: pendingUser.id } },
      returnTo: '/reports?year=2026',
    })
    if (result.status !== 'signed-in') throw new Error(result.status)
    expect(cookieNames(result.cookieChanges)).toEqual(['wos-session'])
    const [change] = result.cookieChanges
    const opened = change?.kind === 'set' && (await kit.openSession(change.value))
    expect(opened).toMatchObject({ kind: 'opened', session: { user: { id: pendingUser.id } } })
  })

  it('by magic code sends it, again on demand, and lets the product send it itself', async () => {
    const mails: FlowMail[] = []
    const { start, submit, requests } = flowAgainst([], {
      deliver: async (mail) => {
        mails.push(mail)
      },
    })
    const sent = await submit(await start(), { type: 'send-magic-code' })
    expect(sent).toMatchObject({ step: { name: 'magic-code', email: pendingUser.email } })
    const again = await submit(sent, { type: 'resend' })
    expect(mails).toHaveLength(2)
    expect(mails[0]).toMatchObject({ kind: 'magic-code', code: rightCode })
    const signedIn = await submit(again, { type: 'code', code: ' 123-456 ' })
    expect(placeOf(signedIn)).toBe('signed-in')
    expect(requests.at(-1)?.body).toMatchObject({ email: pendingUser.email, code: rightCode })
  })

  it('by sign-up makes the user, then proves the address', async () => {
    const { start, submit, requests } = flowAgainst(['email-verification'])
    const submission = { type: 'sign-up', firstName: 'Ada', lastName: 'Berg', password } as const
    const verify = await submit(await start(), submission)
    expect(placeOf(verify)).toBe('email-verification')
    expect(requests[0]).toMatchObject({
      path: '/user_management/users',
      body: { email: pendingUser.email, first_name: 'Ada', last_name: 'Berg', password },
    })
    expect(placeOf(await submit(verify, { type: 'resend' }))).toBe('email-verification')
    expect(requests.at(-1)?.path).toMatch(/email_verification\/send$/)
    expect(placeOf(await submit(verify, code))).toBe('signed-in')
  })

  it('by sign-up without a password goes on with a magic code', async () => {
    const { start, submit } = flowAgainst([])
    const sent = await submit(await start(), { type: 'sign-up', firstName: 'Ada' })
    expect(placeOf(sent)).toBe('magic-code')
    expect(placeOf(await submit(sent, code))).toBe('signed-in')
  })

  it('at a provider hands over, bound to this browser', async () => {
    const { start, submit } = flowAgainst([])
    const begun = await start({ email: pendingUser.email, returnTo: '/reports' })
    const result = await submit(begun, { type: 'provider', provider: 'GoogleOAuth' })
    if (result.status !== 'hand-over') throw new Error(placeOf(result))
    expect(result.reason).toBe('provider')
    const { searchParams } = new URL(result.url)
    expect(searchParams.get('provider')).toBe('GoogleOAuth')
    expect(searchParams.get('login_hint')).toBe(pendingUser.email)
    expect(cookieNames(result.cookieChanges)).toEqual([
      expect.stringMatching(/^wos-auth-verifier-[0-9a-f]{8}$/),
    ])
  })

  it('by invitation takes its address, joins with every grant, and needs no open sign-up', async () => {
    const { start, submit, requests } = flowAgainst([], { signUp: false })
    const begun = await start({ invitationToken: 'invitation_1' })
    expect(begun).toMatchObject({
      step: { name: 'credential', email: pendingUser.email, invitedTo: 'org_1' },
    })
    expect(placeOf(await submit(begun, { type: 'sign-up', password }))).toBe('signed-in')
    expect(requests.at(-1)?.body).toMatchObject({ invitation_token: 'invitation_1' })
    const sent = await submit(begun, { type: 'send-magic-code' })
    expect(requests.at(-1)?.body).toMatchObject({ invitation_token: 'invitation_1' })
    await submit(sent, code)
    expect(requests.at(-1)?.body).toMatchObject({ invitation_token: 'invitation_1' })
  })

  it.each(['invitation_old', 'invitation_unknown', '..'])(
    'is not by %s',
    async (invitationToken) => {
      expect(await flowAgainst([]).start({ invitationToken })).toMatchObject({
        status: 'failed',
        problem: { code: 'invitation_invalid' },
      })
    },
  )
})

describe('a forgotten password', () => {
  it.each([pendingUser.email, 'stranger@example.com'])(
    'is answered the same for %s',
    async (email) => {
      const { start, submit } = flowAgainst([])
      const sent = await submit(await start({ email }), { type: 'forgot-password' })
      expect(sent).toMatchObject({
        step: { name: 'password-reset-sent', email },
        problem: undefined,
      })
    },
  )

  it('is replaced through the link of the mail, with every step that WorkOS asks for', async () => {
    const { start, submit } = flowAgainst(['mfa-challenge'])
    const begun = await start({ passwordResetToken: 'reset_1' })
    expect(placeOf(begun)).toBe('new-password')
    const weak = await submit(begun, { type: 'new-password', password: 'weak' })
    expect(weak).toMatchObject({
      step: { name: 'new-password' },
      problem: { code: 'password_too_weak' },
    })
    const challenge = await submit(weak, { type: 'new-password', password: 'a better one' })
    expect(placeOf(challenge)).toBe('mfa-challenge')
    expect(placeOf(await submit(challenge, code))).toBe('signed-in')
    const spent = await submit(weak, { type: 'new-password', password: 'a better one' })
    expect(spent).toMatchObject({ problem: { code: 'reset_link_invalid' } })
  })
})

import { describe, expect, it } from 'vitest'
import { createAuthKit, type Session } from '../../src/index.ts'
import golden from '../fixtures/seals.json' with { type: 'json' }
import { adaUser } from '../support/ada.ts'
import { environment } from '../support/environment.ts'

function kitWith(cookiePassword: string | string[]) {
  return createAuthKit({
    apiKey: environment.WORKOS_API_KEY,
    clientId: environment.WORKOS_CLIENT_ID,
    redirectUri: environment.NEXT_PUBLIC_WORKOS_REDIRECT_URI,
    cookiePassword,
  })
}

const oldPassword = 'the older password, 32 characters or so'
const newPassword = 'the newer password, 32 characters or so'

const session: Session = {
  accessToken: 'header.payload.signature',
  refreshToken: 'refresh',
  user: {
    ...adaUser,
    firstName: 'Ada',
    createdAt: '2026-11-20T00:00:00.000Z',
    updatedAt: '2026-11-20T00:00:00.000Z',
    metadata: { plan_name: 'team' },
  },
  impersonator: { email: 'support@example.com', reason: 'ticket 1' },
  authenticationMethod: 'Password',
}

describe('a sealed session', () => {
  it('comes back as it was', async () => {
    const kit = kitWith(newPassword)
    const sealed = await kit.sealSession(session)
    expect(await kit.openSession(sealed)).toEqual({ kind: 'opened', session })
  })

  it('opens with any of the passwords, and is sealed with the newest', async () => {
    const sealed = await kitWith(oldPassword).sealSession(session)
    const rotated = kitWith([newPassword, oldPassword])
    expect((await rotated.openSession(sealed)).kind).toBe('opened')
    const resealed = await rotated.sealSession(session)
    expect((await kitWith(newPassword).openSession(resealed)).kind).toBe('opened')
    expect((await kitWith(oldPassword).openSession(resealed)).kind).toBe('unreadable')
  })

  it('goes without picture and metadata where it would not fit into cookies with them', async () => {
    const kit = kitWith(newPassword)
    const profilePictureUrl = `https://pictures.example/${'x'.repeat(2_000)}`
    const user = { ...session.user, profilePictureUrl }
    const small = { ...session, user }
    expect(await kit.openSession(await kit.sealSession(small))).toEqual({
      kind: 'opened',
      session: small,
    })
    const large = { ...small, accessToken: `header.${'x'.repeat(8_500)}.signature` }
    const { metadata: _, ...kept } = session.user
    expect(await kit.openSession(await kit.sealSession(large))).toEqual({
      kind: 'opened',
      session: { ...large, user: kept },
    })
  })

  it('is written as every cookie parser reads it back', async () => {
    const sealed = await kitWith(newPassword).sealSession(session)
    expect(encodeURIComponent(sealed)).toBe(sealed)
  })

  it('that was changed anywhere does not open', async () => {
    const kit = kitWith(newPassword)
    const sealed = await kit.sealSession(session)
    for (let position = 0; position < sealed.length - 4; position += 37) {
      const flipped = sealed[position] === 'A' ? 'B' : 'A'
      const changed = sealed.slice(0, position) + flipped + sealed.slice(position + 1)
      expect((await kit.openSession(changed)).kind).toBe('unreadable')
    }
  })

  it.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['a token', 'eyJhbGciOiJub25lIn0.e30.'],
    ['20 kB', 'x'.repeat(20_000)],
    ['20 kB of seal', `Fe26.2*1*${'x'.repeat(20_000)}~2`],
    ['asterisks', 'Fe26.2*1*****'],
    ['half a seal', 'Fe26.2*1*00*00*00**00*00'],
    ['odd characters', 'Fe26.2*1*%00*\u0000*☃**a*b~2'],
  ])('that is %s does not open, and does not throw', async (_, value) => {
    expect(await kitWith(newPassword).openSession(value)).toEqual({ kind: 'unreadable' })
  })

  it('cut short at any length does not open', async () => {
    const kit = kitWith(newPassword)
    const sealed = await kit.sealSession(session)
    for (const length of [1, 10, 100, sealed.length - 10, sealed.length - 3]) {
      expect((await kit.openSession(sealed.slice(0, length))).kind).toBe('unreadable')
    }
  })
})

describe('golden seals', () => {
  it.each(Object.entries(golden.sealed))('of %s are read', async (_, sealed) => {
    const opened = await kitWith(golden.password).openSession(sealed)
    expect(opened).toMatchObject({
      kind: 'opened',
      session: {
        user: { object: 'user', email: golden.email, emailVerified: true, firstName: 'Ada' },
        accessToken: expect.stringMatching(/^ey/),
        refreshToken: expect.any(String),
        authenticationMethod: 'Password',
      },
    })
  })
})

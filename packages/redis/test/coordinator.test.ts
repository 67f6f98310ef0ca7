import { authKitFor, readEnvironment } from '@latchkey/core'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createRedisCoordinator } from '../src/index.ts'
import { connect } from './support/connect.ts'
import { type RedisServer, startRedis } from './support/redisServer.ts'
import { people, startWorkOS } from './support/workos.ts'

let redis: RedisServer

beforeAll(async () => {
  redis = await startRedis()
  return () => redis.kill()
})

const lease = 60_000
const retention = 60_000
const session = (sealed: string) => ({ kind: 'session', sealed }) as const
const refused = { kind: 'refused' } as const

let subjects = 0

/** A session that no other test knows, and its refresh token. */
function newSubject() {
  subjects += 1
  return { session: `session ${subjects}`, credential: 'first' }
}

async function newCoordinator() {
  return createRedisCoordinator({ client: await connect(redis.url) })
}

async function leadOf(turn: ReturnType<Awaited<ReturnType<typeof newCoordinator>>['begin']>) {
  const begun = await turn
  if (begun.kind !== 'lead') throw new Error(`not a lead: ${begun.kind}`)
  return begun.fence
}

describe('a turn', () => {
  it('is given to one of all that ask at the same time', async () => {
    const coordinators = await Promise.all(Array.from({ length: 5 }, newCoordinator))
    const subject = newSubject()
    const turns = await Promise.all(
      coordinators.flatMap((coordinator) =>
        Array.from({ length: 20 }, () => coordinator.begin(subject, { lease })),
      ),
    )
    expect(turns.filter(({ kind }) => kind === 'lead')).toHaveLength(1)
    expect(turns.filter(({ kind }) => kind === 'wait')).toHaveLength(99)
  })

  it('of one session is not in the way of another', async () => {
    const coordinator = await newCoordinator()
    await leadOf(coordinator.begin(newSubject(), { lease }))
    await leadOf(coordinator.begin(newSubject(), { lease }))
  })

  it('is for every refresh token of a session, whose refreshes follow each other', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    await leadOf(coordinator.begin(subject, { lease }))
    const other = { ...subject, credential: 'second' }
    expect(await coordinator.begin(other, { lease })).toEqual({ kind: 'wait' })
  })

  it('is taken over when its lease is over, with a higher fence', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const first = await leadOf(coordinator.begin(subject, { lease: 1 }))
    await expect.poll(async () => (await coordinator.begin(subject, { lease })).kind).toBe('lead')
    await coordinator.extend(subject, { fence: first, lease: 0 })
    expect(await coordinator.begin(subject, { lease })).toEqual({ kind: 'wait' })
  })

  it('that is given back is free at once', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const first = await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.extend(subject, { fence: first, lease: 0 })
    expect(await leadOf(coordinator.begin(subject, { lease }))).toBeGreaterThan(first)
  })

  it('lasts as long as it is extended', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const fence = await leadOf(coordinator.begin(subject, { lease: 200 }))
    await coordinator.extend(subject, { fence, lease })
    const [lifetime] = Object.values(await redis.lifetimes()).sort((a, b) => b - a)
    expect(lifetime).toBeGreaterThan(200)
    expect(await coordinator.begin(subject, { lease })).toEqual({ kind: 'wait' })
  })

  it('has a higher fence also after Redis lost its data', async () => {
    const own = await startRedis()
    onTestFinished(() => own.kill())
    const subject = newSubject()
    const before = createRedisCoordinator({ client: await connect(own.url) })
    const first = await leadOf(before.begin(subject, { lease }))
    await own.kill()
    await own.start()
    const after = createRedisCoordinator({ client: await connect(own.url) })
    expect(await leadOf(after.begin(subject, { lease }))).toBeGreaterThan(first)
  })
})

describe('what a turn brought', () => {
  it('is told to everybody who comes with the same refresh token', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const fence = await leadOf(coordinator.begin(subject, { lease }))
    const landing = { fence, outcome: session('sealed'), retention }
    expect(await coordinator.land(subject, landing)).toEqual(session('sealed'))
    const landed = { kind: 'landed', outcome: session('sealed') }
    expect(await coordinator.begin(subject, { lease })).toEqual(landed)
    expect(await (await newCoordinator()).begin(subject, { lease })).toEqual(landed)
  })

  it('leaves the next refresh token its turn', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const fence = await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.land(subject, { fence, outcome: session('sealed'), retention })
    const next = { ...subject, credential: 'second' }
    expect(await leadOf(coordinator.begin(next, { lease }))).toBeGreaterThan(fence)
  })

  it('is the newest session for older refresh tokens, too', async () => {
    const coordinator = await newCoordinator()
    const first = newSubject()
    const second = { ...first, credential: 'second' }
    for (const [subject, sealed] of [
      [first, 'one'],
      [second, 'two'],
    ] as const) {
      const fence = await leadOf(coordinator.begin(subject, { lease }))
      await coordinator.land(subject, { fence, outcome: session(sealed), retention })
    }
    const landed = { kind: 'landed', outcome: session('two') }
    expect(await coordinator.begin(first, { lease })).toEqual(landed)
  })

  it('does not replace what a newer turn brought', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const late = await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.extend(subject, { fence: late, lease: 0 })
    const newer = await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.land(subject, { fence: newer, outcome: session('newer'), retention })
    const landing = { fence: late, outcome: session('late'), retention }
    expect(await coordinator.land(subject, landing)).toEqual(session('newer'))
    const landed = { kind: 'landed', outcome: session('newer') }
    expect(await coordinator.begin(subject, { lease })).toEqual(landed)
  })

  it('does not end the turn of a newer one', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const late = await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.extend(subject, { fence: late, lease: 0 })
    await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.land(subject, { fence: late, outcome: session('late'), retention })
    const other = { ...subject, credential: 'second' }
    expect(await coordinator.begin(other, { lease })).toEqual({ kind: 'wait' })
  })

  it('is a session wherever one came of it: refusals never replace one', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const late = await leadOf(coordinator.begin(subject, { lease }))
    await coordinator.extend(subject, { fence: late, lease: 0 })
    const newer = await leadOf(coordinator.begin(subject, { lease }))
    const refusal = { fence: newer, outcome: refused, retention }
    expect(await coordinator.land(subject, refusal)).toEqual(refused)
    expect(await coordinator.begin(subject, { lease })).toEqual({
      kind: 'landed',
      outcome: refused,
    })
    const landing = { fence: late, outcome: session('late'), retention }
    expect(await coordinator.land(subject, landing)).toEqual(session('late'))
    expect(await coordinator.land(subject, refusal)).toEqual(session('late'))
  })

  it('is forgotten after its retention, and so is the key', async () => {
    const coordinator = await newCoordinator()
    const subject = newSubject()
    const fence = await leadOf(coordinator.begin(subject, { lease: 1 }))
    await coordinator.land(subject, { fence, outcome: session('sealed'), retention: 1 })
    await expect
      .poll(async () => (await coordinator.begin(subject, { lease: 1 })).kind)
      .toBe('lead')
    await expect.poll(() => redis.dump()).not.toContain(subject.session)
  })
})

describe('keys', () => {
  it('all expire, and begin with the prefix', async () => {
    const own = await startRedis()
    onTestFinished(() => own.kill())
    const client = await connect(own.url)
    const coordinator = createRedisCoordinator({ client, prefix: 'shop:' })
    for (const outcome of [session('sealed'), refused]) {
      const subject = newSubject()
      await leadOf(coordinator.begin(newSubject(), { lease }))
      const fence = await leadOf(coordinator.begin(subject, { lease }))
      await coordinator.land(subject, { fence, outcome, retention })
    }
    const lifetimes = Object.entries(await own.lifetimes())
    expect(lifetimes).toHaveLength(4)
    for (const [key, lifetime] of lifetimes) {
      expect(key).toMatch(/^shop:refresh:/)
      expect(lifetime).toBeGreaterThan(0)
    }
  })
})

describe('a refresh through Redis', () => {
  it('leaves nothing there that could be used without the cookie password', async () => {
    const own = await startRedis()
    onTestFinished(() => own.kill())
    const workos = await startWorkOS()
    const clock = { offset: 0 }
    const kit = authKitFor(readEnvironment(workos.env), {
      now: () => Date.now() + clock.offset,
      coordinator: createRedisCoordinator({ client: await connect(own.url) }),
    })
    const sealed = (await workos.signIn(people.ada)).slice('wos-session='.length)
    const before = await kit.openSession(sealed)
    clock.offset = 600_000
    workos.emulator.clock.advance({ seconds: 600 })
    const state = await kit.loadSession(new Map([['wos-session', sealed]]))
    const [change] = state.cookieChanges
    if (change?.kind !== 'set') throw new Error('no cookie')
    const after = await kit.openSession(change.value)
    if (before.kind !== 'opened' || after.kind !== 'opened') throw new Error('unreadable')
    if (state.status !== 'signed-in') throw new Error(state.status)

    const dump = await own.dump()
    expect(dump).toContain(change.value)
    const secrets = [before, after].flatMap(({ session: { accessToken, refreshToken } }) => [
      refreshToken,
      ...accessToken.split('.'),
    ])
    const persons = [state.user.id, state.user.email, state.claims.sessionId]
    for (const text of [...secrets, ...persons]) expect(dump).not.toContain(text)
    // A token; by chance its first letters alone stand in one of a hundred seals, which have no dots.
    expect(dump).not.toMatch(/eyJ[\w-]+\./)
  })
})

import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createRedisRevocations } from '../src/index.ts'
import { connect } from './support/connect.ts'
import { startFleet } from './support/fleet.ts'
import { type RedisServer, startRedis } from './support/redisServer.ts'
import { ask, cookieAfter } from './support/storm.ts'
import { people } from './support/workos.ts'

let redis: RedisServer

beforeAll(async () => {
  redis = await startRedis()
  return () => redis.kill()
})

const strict = { strict: true }
let claimants = 0

function newClaims() {
  claimants += 1
  return {
    userId: `user_${claimants}`,
    sessionId: `session_${claimants}`,
    organizationId: `org_${claimants}`,
    issuedAt: 100,
  }
}

/** Two instances that share a Redis. */
async function two() {
  const [one, other] = await Promise.all(
    [0, 1].map(async () => createRedisRevocations({ client: await connect(redis.url) })),
  )
  if (!one || !other) throw new Error('no revocations')
  return { one, other }
}

describe('what one instance is told', () => {
  it('of a session ends it in the others, whenever its tokens were issued', async () => {
    const { one, other } = await two()
    const claims = newClaims()
    expect(await other.check(claims, strict)).toBe('valid')
    await one.revoke({ kind: 'session', sessionId: claims.sessionId })
    expect(await other.check(claims, strict)).toBe('revoked')
    expect(await other.check({ ...claims, issuedAt: 1e10 }, strict)).toBe('revoked')
    expect(await other.check({ ...claims, sessionId: 'session_x' }, strict)).toBe('valid')
  })

  it('of a user ends what was issued up to then', async () => {
    const { one, other } = await two()
    const claims = newClaims()
    await one.revoke({ kind: 'user', userId: claims.userId, at: 100 })
    expect(await other.check(claims, strict)).toBe('revoked')
    expect(await other.check({ ...claims, issuedAt: 101 }, strict)).toBe('valid')
  })

  it('of a membership outdates what was issued up to then, in that organization', async () => {
    const { one, other } = await two()
    const { userId, organizationId, ...claims } = newClaims()
    await one.revoke({ kind: 'membership', userId, organizationId, at: 100 })
    expect(await other.check({ ...claims, userId, organizationId }, strict)).toBe('outdated')
    for (const elsewhere of ['org_x', undefined]) {
      const there = { ...claims, userId, organizationId: elsewhere }
      expect(await other.check(there, strict)).toBe('valid')
    }
  })

  it('may come in any order: the latest time holds', async () => {
    const { one, other } = await two()
    const claims = newClaims()
    await one.revoke({ kind: 'user', userId: claims.userId, at: 100 })
    await other.revoke({ kind: 'user', userId: claims.userId, at: 50 })
    expect(await other.check(claims, strict)).toBe('revoked')
  })

  it('holds in its own process without a round trip, and elsewhere once it was learned', async () => {
    const { one, other } = await two()
    const claims = newClaims()
    await one.revoke({ kind: 'session', sessionId: claims.sessionId })
    expect(await one.check(claims)).toBe('revoked')
    expect(await other.check(claims)).toBe('valid')
    expect(await other.check(claims, strict)).toBe('revoked')
    expect(await other.check(claims)).toBe('revoked')
  })

  it('expires with the longest-living token', async () => {
    const client = await connect(redis.url)
    const revocations = createRedisRevocations({ client, prefix: 'brief:', retention: 5_000 })
    const claims = newClaims()
    await revocations.revoke({ kind: 'session', sessionId: claims.sessionId })
    const lifetime = (await redis.lifetimes())[`brief:revoked:session:${claims.sessionId}`]
    expect(lifetime).toBeGreaterThan(0)
    expect(lifetime).toBeLessThanOrEqual(5_000)
  })
})

describe('a strict check', () => {
  it('asks Redis once, and any other not at all', async () => {
    const client = await connect(redis.url)
    const revocations = createRedisRevocations({ client })
    const writes = async () =>
      Number(/total_reads_processed:(\d+)/.exec(await client.info('stats'))?.[1])
    const claims = newClaims()
    await revocations.check(claims, strict)
    const before = await writes()
    await writes()
    const reading = (await writes()) - before
    await revocations.check(claims, strict)
    const after = await writes()
    // Two readings of the counter cost `reading`; one of them stands between these two.
    expect(after - before - reading - reading / 2).toBe(1)
  })

  it('throws in time while Redis does not answer, and tells no ids', async () => {
    const own = await startRedis()
    onTestFinished(() => own.kill())
    const client = await connect(own.url)
    const revocations = createRedisRevocations({ client, timeout: 50 })
    own.suspend()
    const claims = newClaims()
    await expect(revocations.check(claims, strict)).rejects.toThrow(
      'Redis did not answer within 50 ms.',
    )
    expect(await revocations.check(claims)).toBe('valid')
    await own.kill()
    await expect(revocations.check(claims, strict)).rejects.toThrow(/not connected|closed/)
  })
})

describe('a webhook that one process receives', () => {
  /** Two addresses of the product: the first is where WorkOS sends its webhooks. */
  async function subscribed() {
    const fleet = await startFleet({ strictRefresh: true })
    const [here, there] = fleet.instances
    if (!here || !there) throw new Error('no instances')
    const { secret } = await fleet.call('POST', '/webhook_endpoints', {
      endpoint_url: `${here.url}/webhook`,
      events: [
        'session.revoked',
        'user.deleted',
        'organization_membership.deleted',
        'organization_membership.updated',
      ],
    })
    await Promise.all(fleet.instances.map((each) => each.set({ webhookSecret: secret })))
    const cookie = await fleet.signIn(people.ada)
    for (const path of ['/', '/strict']) {
      expect((await ask(there.url + path, cookie)).status).toBe(200)
    }
    return { fleet, there, cookie, userId: await fleet.userId(people.ada) }
  }

  it('of an ended session rejects at the next strict request of another', async () => {
    const { fleet, there, cookie, userId } = await subscribed()
    const { data } = await fleet.call('GET', `/user_management/users/${userId}/sessions`)
    for (const { id } of data) {
      await fleet.call('POST', '/user_management/sessions/revoke', { session_id: id })
    }
    await fleet.emulator.webhooks.settled()
    const answer = await ask(`${there.url}/strict`, cookie)
    expect(answer).toMatchObject({ status: 401, setCookies: [] })
    expect(JSON.parse(answer.body)).toEqual({ reason: 'revoked' })
  })

  it('of a deleted user rejects at the next strict request of another', async () => {
    const { fleet, there, cookie, userId } = await subscribed()
    await fleet.travel(2)
    await fleet.call('DELETE', `/user_management/users/${userId}`)
    await fleet.emulator.webhooks.settled()
    expect((await ask(`${there.url}/strict`, cookie)).status).toBe(401)
  })

  it('of a changed membership renews the session at the next strict request of another', async () => {
    const { fleet, there, cookie, userId } = await subscribed()
    await fleet.travel(2)
    const memberships = `/user_management/organization_memberships`
    const { data } = await fleet.call('GET', `${memberships}?user_id=${userId}`)
    for (const { id } of data) {
      await fleet.call('PUT', `${memberships}/${id}`, { role_slug: 'member' })
    }
    await fleet.emulator.webhooks.settled()
    const before = fleet.refreshes()
    await fleet.travel(2)
    const answer = await ask(`${there.url}/strict`, cookie)
    expect(answer.status).toBe(200)
    expect(fleet.refreshes() - before).toBe(1)
    expect(cookieAfter(answer, cookie)).not.toBe(cookie)
  })

  it('is handled by one of them, wherever it is delivered again', async () => {
    const { fleet, there, userId } = await subscribed()
    const { data } = await fleet.call('GET', '/webhook_endpoints')
    const [endpoint] = data
    const sessions = await fleet.call('GET', `/user_management/users/${userId}/sessions`)
    await fleet.call('POST', '/user_management/sessions/revoke', {
      session_id: sessions.data[0].id,
    })
    await fleet.emulator.webhooks.settled()
    await fleet.call('PATCH', `/webhook_endpoints/${endpoint.id}`, {
      endpoint_url: `${there.url}/webhook`,
    })
    for (const { id } of fleet.emulator.webhooks.deliveries()) fleet.emulator.webhooks.resend(id)
    await fleet.emulator.webhooks.settled()
    expect(fleet.told('handled')).toEqual([1, 0, 0, 0])
  })
})

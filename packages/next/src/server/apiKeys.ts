import { ApiRejectedError, ApiUnavailableError, type AuthKit, createWorkOS } from '@latchkey/core'
import type { ApiKeyAuth, ApiKeyUnverifiable, CredentialRefused } from './credential.ts'

/** Milliseconds for which an answer of WorkOS about a key is believed. */
const BELIEVED = 30_000

/** Answers kept at once; the oldest makes room. */
const CAPACITY = 1_000

/** Seconds to wait where WorkOS does not say. */
const RETRY_AFTER = 2

type ApiKeyState = ApiKeyAuth | CredentialRefused | ApiKeyUnverifiable

interface Answer {
  readonly state: Promise<ApiKeyState>
  /** Milliseconds since the epoch. */
  readonly askedAt: number
}

const answers = new WeakMap<AuthKit, Map<string, Answer>>()

/**
 * Asks WorkOS whether an API key opens anything. The answer is believed for half a minute, which is
 * how long a revoked key may still work; callers at the same time share one question. Kept under
 * the key's digest, so that no key lies in memory.
 */
export async function readApiKey(kit: AuthKit, value: string): Promise<ApiKeyState> {
  const known = answers.get(kit) ?? new Map<string, Answer>()
  answers.set(kit, known)
  const key = await digestOf(value)
  const now = kit.now()
  const answer = known.get(key)
  if (answer && now - answer.askedAt < BELIEVED) return unlessOver(await answer.state, now)
  const state = validate(kit, value)
  remember(known, key, { state, askedAt: now })
  try {
    const result = await state
    if (result.status === 'unavailable') known.delete(key)
    return unlessOver(result, kit.now())
  } catch (error) {
    known.delete(key)
    throw error
  }
}

async function validate(kit: AuthKit, value: string): Promise<ApiKeyState> {
  try {
    const { apiKey } = await createWorkOS(kit).apiKeys.validate({ value })
    if (apiKey === null) return { status: 'signed-out', reason: 'invalid-api-key' }
    const { owner, permissions } = apiKey
    const organizationId = owner.type === 'organization' ? owner.id : owner.organizationId
    return { status: 'api-key', apiKey, organizationId, permissions }
  } catch (error) {
    if (isAboutTheKey(error)) return { status: 'signed-out', reason: 'invalid-api-key' }
    if (!(error instanceof ApiUnavailableError)) throw error
    const retryAfter = error.retryAfter ?? RETRY_AFTER
    return { status: 'unavailable', reason: 'api-key-unverifiable', retryAfter }
  }
}

/** WorkOS does not even take what stands there for a key; 401 and 403 are about this product. */
function isAboutTheKey(error: unknown): boolean {
  return error instanceof ApiRejectedError && [400, 404, 422].includes(error.status)
}

/** A key may end while the answer is still believed. */
function unlessOver(state: ApiKeyState, now: number): ApiKeyState {
  const expiresAt = state.status === 'api-key' ? state.apiKey.expiresAt : null
  return expiresAt !== null && Date.parse(expiresAt) <= now
    ? { status: 'signed-out', reason: 'invalid-api-key' }
    : state
}

function remember(known: Map<string, Answer>, key: string, answer: Answer): void {
  known.delete(key)
  known.set(key, answer)
  const [oldest] = known.keys()
  if (known.size > CAPACITY && oldest !== undefined) known.delete(oldest)
}

async function digestOf(value: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value)),
  )
  return btoa(String.fromCharCode(...bytes))
}

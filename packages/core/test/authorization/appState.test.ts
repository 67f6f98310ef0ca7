import { beforeEach, expect, it } from 'vitest'
import {
  type AuthKit,
  cookieHeaderAfter,
  InputError,
  parseCookies,
  validateAppState,
} from '../../src/index.ts'
import { kitFor, startEmulator } from '../support/emulator.ts'

let kit: AuthKit
beforeEach(async () => {
  kit = kitFor(await startEmulator()).kit
})

/** Cancels a sign-in; returns the address that it began with, and what the callback makes of it. */
async function cancel(request: Parameters<AuthKit['startSignIn']>[1]) {
  const { url, cookieChanges } = await kit.startSignIn(new Map(), request)
  const cookies = parseCookies(cookieHeaderAfter(new Map(), cookieChanges))
  const state = new URL(url).searchParams.get('state') ?? ''
  const query = new URLSearchParams({ error: 'access_denied', state })
  const outcome = await kit.completeSignIn(cookies, { query })
  return { url, cookies, outcome }
}

it('comes back from a sign-in that was cancelled, and cannot be read on the way', async () => {
  const appState = { plan: 'pro', seats: 12, from: ['pricing', { row: 3 }] }
  const { url, outcome } = await cancel({ appState })
  expect(outcome).toMatchObject({ status: 'failed', failure: 'provider-error', appState })
  expect(url).not.toMatch(/pricing|appState/)
})

it('is nothing where nothing was sent along', async () => {
  const { outcome } = await cancel({})
  expect(outcome).toMatchObject({ status: 'failed', appState: undefined })
})

it('of the largest size fits into a cookie together with the longest path to return to', async () => {
  const appState = { text: 'x'.repeat(512 - '{"text":""}'.length) }
  const returnTo = `/${'a'.repeat(2047)}`
  const { cookies, outcome } = await cancel({ appState, returnTo })
  expect(outcome).toMatchObject({ appState, returnTo })
  for (const [name, value] of cookies) expect(`${name}=${value}`.length).toBeLessThanOrEqual(4096)
})

it.each([
  [{ text: 'x'.repeat(502) }, /513 bytes; a sign-in carries 512 at most/],
  [{ text: 'é'.repeat(251) }, /513 bytes/],
  [[] as never, /no JSON object/],
  ['text' as never, /no JSON object/],
  [null as never, /no JSON object/],
  [{ amount: 1n }, /no JSON object/],
])('that no sign-in can carry is refused: %o', async (appState, message) => {
  expect(() => validateAppState(appState)).toThrow(InputError)
  expect(() => validateAppState(appState)).toThrow(message)
})

it('that is too large begins nothing', async () => {
  const request = kit.startSignIn(new Map(), { appState: { text: 'x'.repeat(600) } })
  await expect(request).rejects.toMatchObject({ code: 'input_invalid' })
})

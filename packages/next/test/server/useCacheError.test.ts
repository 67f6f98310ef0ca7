import 'next/dist/server/node-environment-baseline.js'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import { describe, expect, it } from 'vitest'
import { createAuth, UseCacheError } from '../../src/index.ts'
import { createWorld } from '../support/world.ts'

const kit = createAuth({ kit: (await createWorld()).kit })

/** Runs it where Next itself says that there is no request. */
function inside<Result>(type: 'cache' | 'unstable-cache', run: () => Result): Result {
  const work = { route: '/page' } as Parameters<typeof workAsyncStorage.run>[0]
  const unit = { type, phase: 'render' } as Parameters<typeof workUnitAsyncStorage.run>[0]
  return workAsyncStorage.run(work, () => workUnitAsyncStorage.run(unit, run))
}

describe('inside a cached function', () => {
  it.each([
    ['auth', kit.auth],
    ['requireAuth', kit.requireAuth],
    ['currentUser', kit.currentUser],
    ['getAccessToken', kit.getAccessToken],
    ['refreshSession', kit.refreshSession],
    ['switchOrganization', () => kit.switchOrganization('org_1')],
    ['signOut', kit.signOut],
  ] as const)('%s says what to do', async (_name, helper) => {
    for (const type of ['cache', 'unstable-cache'] as const) {
      const error = await inside(type, () => helper().catch((reason: unknown) => reason))
      expect(error).toBeInstanceOf(UseCacheError)
      expect(error).toMatchObject({
        code: 'auth_in_use_cache',
        message: expect.stringContaining('outside of the cached function'),
        cause: expect.any(Error),
      })
    }
  })

  it('is nothing else that Next throws', async () => {
    const outside = await kit.auth().catch((reason: unknown) => reason)
    expect(outside).toBeInstanceOf(Error)
    expect(outside).not.toBeInstanceOf(UseCacheError)
  })
})

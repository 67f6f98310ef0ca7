import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transition } from '../../../src/authentication/flow/transition.ts'
import { type FlowResult, type FlowSubmission, flowSubmissionSchema } from '../../../src/index.ts'
import { type Demand, demands, organizations, password, rightCode } from './modelWorkOS.ts'
import { flowAgainst, placeOf, rightAnswer, stateOf } from './player.ts'
import { flowStates } from './states.ts'

const demanded = fc.array(fc.constantFrom(...demands), { maxLength: 4 })

const submissions: fc.Arbitrary<FlowSubmission> = fc.oneof(
  fc.constantFrom<FlowSubmission>(
    { type: 'password', password },
    { type: 'password', password: 'wrong' },
    { type: 'send-magic-code' },
    { type: 'sign-up', password },
    { type: 'sign-up' },
    { type: 'forgot-password' },
    { type: 'new-password', password: 'another password' },
    { type: 'resend' },
    { type: 'back' },
    { type: 'factor', factorId: 'auth_factor_1' },
    { type: 'phone', phoneNumber: '+15555550100' },
    { type: 'organization', organizationId: 'org_of_somebody_else' },
  ),
  fc.constantFrom(rightCode, '000000').map((code) => ({ type: 'code', code }) as const),
  fc
    .constantFrom(...organizations)
    .map(({ id }) => ({ type: 'organization', organizationId: id }) as const),
)

/** A submission, sent with the newest state or with an older one that was kept. */
const moves = fc.array(
  fc.record({ submission: submissions, honest: fc.boolean(), back: fc.nat({ max: 3 }) }),
  { maxLength: 14 },
)

/** A phone number to be proved is one step of WorkOS's, and two forms. */
function formsOf(step: Demand): string[] {
  return step === 'radar-phone' ? ['radar-phone', 'radar-sms-challenge'] : [step]
}

describe('no order of submissions', () => {
  it('reaches a session without the steps that WorkOS asked for', async () => {
    await fc.assert(
      fc.asyncProperty(demanded, moves, async (steps, played) => {
        const { kit, start, submit, model } = flowAgainst(steps)
        const kept: FlowResult[] = [await start()]
        for (const { submission, honest, back } of played) {
          const from = kept[Math.max(0, kept.length - 1 - back)]
          if (!from) throw new Error('nothing is kept')
          const before = model.sessions.length
          const result = await submit(from, honest ? rightAnswer(from) : submission)
          const given = model.sessions.slice(before)
          expect(given).toEqual(result.status === 'signed-in' ? [steps] : [])
          for (const token of model.pendingTokens()) {
            expect(JSON.stringify(result)).not.toContain(token)
          }
          if (result.status !== 'step') continue
          expect((await kit.openSession(result.state)).kind).toBe('unreadable')
          kept.push(result)
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('is in the way of somebody honest: every list of steps can be walked to its end', async () => {
    await fc.assert(
      fc.asyncProperty(demanded, async (steps) => {
        const { start, submit, model } = flowAgainst(steps)
        let result = await start()
        const seen: string[] = []
        while (result.status === 'step' && seen.length < 20) {
          const place = placeOf(result)
          if (place !== 'credential') seen.push(place)
          result = await submit(result, rightAnswer(result))
        }
        expect(placeOf(result)).toBe('signed-in')
        expect(seen).toEqual(steps.flatMap(formsOf))
        expect(model.sessions).toEqual([steps])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('signs in by itself, wherever the flow stands: only an answer of WorkOS does', () => {
    fc.assert(
      fc.property(flowStates, submissions, (state, submission) => {
        const read = flowSubmissionSchema.parse(submission)
        const decision = transition(state, { type: 'submitted', submission: read })
        expect(decision.type).not.toBe('signed-in')
      }),
      { numRuns: 500 },
    )
  })
})

describe('the seal of a flow', () => {
  it('is no session, in a cookie or anywhere', async () => {
    const steps: readonly Demand[] = ['mfa-challenge']
    const { kit, start, submit } = flowAgainst(steps)
    const pending = await submit(await start(), rightAnswer(await start()))
    const sealed = stateOf(pending)
    expect(await kit.openSession(sealed)).toEqual({ kind: 'unreadable' })
    expect(await kit.loadSession(new Map([['wos-session', sealed]]))).toMatchObject({
      status: 'signed-out',
      reason: 'unreadable',
    })
  })
})

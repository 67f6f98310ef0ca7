import {
  createAuthenticationFlow,
  type FlowOptions,
  type FlowResult,
  type FlowStart,
  type FlowSubmission,
} from '../../../src/index.ts'
import { type Answer, recordingKit } from '../../support/recording.ts'
import { pendingUser } from '../fixtures/refusals.ts'
import { type Demand, modelWorkOS, password, rightCode } from './modelWorkOS.ts'

const everything: FlowOptions = { methods: ['password', 'magic-code', 'GoogleOAuth'], signUp: true }

/** A flow whose WorkOS demands these steps. */
export function flowAgainst(demanded: readonly Demand[], options: Partial<FlowOptions> = {}) {
  const model = modelWorkOS(demanded)
  const { kit, requests } = recordingKit(model.answer)
  const flow = createAuthenticationFlow(kit, { ...everything, ...options })
  const cookies = new Map<string, string>()
  return {
    kit,
    requests,
    model,
    flow,
    start: (start: FlowStart = { email: pendingUser.email }) => flow.start(cookies, start),
    submit: (result: FlowResult, submission: FlowSubmission | Record<string, unknown>) =>
      flow.submit(cookies, { state: stateOf(result), submission }),
  }
}

/** The sealed state of a step. */
export function stateOf(result: FlowResult): string {
  if (result.status !== 'step') throw new Error(`not at a step: ${JSON.stringify(result)}`)
  return result.state
}

/** The name of the step, or the status that ended the flow. */
export function placeOf(result: FlowResult): string {
  return result.status === 'step' ? result.step.name : result.status
}

/** The code that every mail, message and authenticator application shows. */
export const code: FlowSubmission = { type: 'code', code: rightCode }

/** What somebody honest does at a step. */
export function rightAnswer(result: FlowResult): FlowSubmission {
  switch (placeOf(result)) {
    case 'credential':
      return { type: 'password', password }
    case 'organization-selection':
      return { type: 'organization', organizationId: 'org_2' }
    case 'radar-phone':
      return { type: 'phone', phoneNumber: '+15555550100' }
    default:
      return code
  }
}

/** A flow whose WorkOS gives these answers, one after another. */
export function scripted(answers: readonly Answer[]) {
  const left = [...answers]
  const { kit, requests } = recordingKit(() => left.shift() ?? { status: 500, body: {} })
  const flow = createAuthenticationFlow(kit, {
    methods: ['password', 'magic-code'],
    signUp: true,
  })
  const visitor = { ipAddress: '203.0.113.7', userAgent: 'vitest' }
  return {
    kit,
    requests,
    start: () => flow.start(new Map(), { email: pendingUser.email, ...visitor }),
    submit: (result: FlowResult, submission: FlowSubmission) =>
      flow.submit(new Map(), { state: stateOf(result), submission, ...visitor }),
  }
}

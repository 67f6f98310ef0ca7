import { expect, test } from 'vitest'
import { codeNow } from '../support/grants.ts'
import { ada, startWithSdk } from '../support/sdk.ts'

test('factors: enrolled, challenged, answered, deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const { multiFactorAuth } = workos
  const enrolled = await multiFactorAuth.enrollFactor({ type: 'totp', issuer: 'Us', user: 'ada' })
  const { totp } = enrolled
  if (!totp) throw new Error('It was to be an authenticator.')
  expect(totp).toMatchObject({ issuer: 'Us', user: 'ada' })
  expect(totp.qrCode).toMatch(/^data:image\/png;base64,/)
  expect(await multiFactorAuth.getFactor(enrolled.id)).toMatchObject({
    id: enrolled.id,
    totp: { issuer: 'Us', user: 'ada' },
  })
  const challenge = await multiFactorAuth.challengeFactor({ authenticationFactorId: enrolled.id })
  const answer = async (code: string) =>
    (await multiFactorAuth.verifyChallenge({ authenticationChallengeId: challenge.id, code })).valid
  expect(await answer('000000')).toBe(false)
  expect(await answer(codeNow(emulator, totp.secret))).toBe(true)
  await multiFactorAuth.deleteFactor(enrolled.id)
  await expect(multiFactorAuth.getFactor(enrolled.id)).rejects.toMatchObject({ status: 404 })
})

test('a code by SMS is in the inbox', async () => {
  const { emulator, workos } = await startWithSdk()
  const phoneNumber = '+15555550123'
  const { id } = await workos.multiFactorAuth.enrollFactor({ type: 'sms', phoneNumber })
  const challenge = await workos.multiFactorAuth.challengeFactor({ authenticationFactorId: id })
  const code = emulator.inbox.latest(phoneNumber)?.code ?? ''
  const authenticationChallengeId = challenge.id
  expect(
    await workos.multiFactorAuth.verifyChallenge({ authenticationChallengeId, code }),
  ).toMatchObject({ valid: true })
})

test('a user’s own factors', async () => {
  const { workos } = await startWithSdk()
  const { multiFactorAuth } = workos
  const made = await multiFactorAuth.createUserAuthFactor({
    userId: ada,
    type: 'totp',
    totpIssuer: 'Us',
    totpUser: 'ada',
  })
  expect(made.authenticationFactor).toMatchObject({ type: 'totp', userId: ada })
  expect(made.authenticationChallenge.authenticationFactorId).toBe(made.authenticationFactor.id)
  const { data } = await multiFactorAuth.listUserAuthFactors({ userId: ada })
  expect(data.map(({ id }) => id)).toEqual([made.authenticationFactor.id])
})

import type { Emulator } from '../../../src/index.ts'
import { authenticate, call } from '../api.ts'
import { grantTypes, withPassword } from '../grants.ts'

/** Differences from WorkOS's document that share a reason. */
export type Entry = {
  reason: string
  /** Lines as `differencesOf` writes them; `*` stands for anything. */
  where: string
  /** Makes the emulator answer in that way, so that nothing stays here longer than it is needed. */
  example: (emulator: Emulator) => Promise<unknown>
}

const ada = 'ada@northwind.example'

/** Where the emulator's answers differ from `@workos/openapi-spec` on purpose. It only shrinks. */
export const ledger: readonly Entry[] = [
  {
    reason: 'Every operation that wants a key refuses without one; the document says so of eight.',
    where: '* 401 undocumented',
    example: (emulator) =>
      call(emulator, 'GET', '/user_management/users', { headers: { authorization: '' } }),
  },
  {
    reason: 'What is not there is 404 everywhere; the document leaves it out of some operations.',
    where: '* 404 undocumented',
    example: (emulator) => call(emulator, 'DELETE', '/organizations/org_none'),
  },
  {
    reason: 'Parameters are validated everywhere; the document leaves it out of some operations.',
    where: '* 422 undocumented',
    example: (emulator) =>
      call(emulator, 'POST', '/user_management/authorize/device', { body: {} }),
  },
  {
    reason: 'Rate limits stand on a page of their own, and hold for every operation.',
    where: '* 429 *undocumented',
    example: async (emulator) => {
      for (let time = 0; time < 11; time++) await withPassword(emulator, ada, { password: 'x' })
    },
  },
  {
    reason: 'What is no JSON gets the same answer everywhere; the document does not speak of it.',
    where: 'POST /user_management/users 400 / *',
    example: (emulator) =>
      emulator.fetch(
        new Request(`${emulator.url}/user_management/users`, {
          method: 'POST',
          headers: { authorization: `Bearer ${emulator.apiKey}` },
          body: '{',
        }),
      ),
  },
  {
    reason: 'Nothing says how a second membership in the same organization is refused.',
    where:
      'POST /user_management/organization_memberships 400 organization_membership_already_exists undocumented',
    example: async (emulator) => {
      const body = { user_id: adaId, organization_id: 'org_1', role_slug: 'member' }
      for (let time = 0; time < 2; time++) {
        await call(emulator, 'POST', '/user_management/organization_memberships', { body })
      }
    },
  },
  {
    reason: 'What the emulator does not serve says so.',
    where: '* 501 undocumented',
    example: (emulator) => call(emulator, 'GET', '/connect/applications'),
  },
  {
    reason: 'Deprecated by WorkOS in favour of the snake_case names that are there.',
    where: 'GET /user_management/users/{}/data_providers 200 *',
    example: (emulator) => call(emulator, 'GET', `/user_management/users/${adaId}/data_providers`),
  },
  {
    reason: 'In newer documents: the salt of an imported hash.',
    where:
      'POST /user_management/users 400 password_salt_position_requires_password_hash undocumented',
    example: (emulator) =>
      call(emulator, 'POST', '/user_management/users', {
        body: { email: 'new@home.example', password_salt_position: 'prefix' },
      }),
  },
  {
    reason: 'In newer documents: the challenge by SMS of somebody whose number is known.',
    where: 'POST /user_management/authenticate 403 radar_sms_sign_in_challenge undocumented',
    example: (emulator) => {
      emulator.radar.suspect({ email: ada, challenge: 'sms', phoneNumber: '+15555550123' })
      return withPassword(emulator, ada)
    },
  },
  {
    reason: 'In newer documents: an answer by SMS that does not name its verification.',
    where: 'POST /user_management/authenticate 400 verification_id_required undocumented',
    example: (emulator) => answerSms(emulator, {}),
  },
  {
    reason: 'In newer documents: an answer by SMS that does not name its number.',
    where: 'POST /user_management/authenticate 400 phone_number_required undocumented',
    example: (emulator) => answerSms(emulator, { verification_id: 'vrf_1' }),
  },
]

const adaId = 'user_01JADA00000000000000000000'

async function answerSms(emulator: Emulator, more: Record<string, unknown>): Promise<unknown> {
  emulator.radar.suspect({ email: ada, challenge: 'sms' })
  const { pending_authentication_token } = (await withPassword(emulator, ada)).body
  return authenticate(emulator, {
    grant_type: grantTypes.radarSms,
    pending_authentication_token,
    code: '123456',
    ...more,
  })
}

/** Known differences from WorkOS's document that share a reason. */
export interface Entry {
  readonly reason: string
  /**
   * Operations (`POST /users`) or lines as `differencesBetween` writes them; `*` stands for
   * anything.
   */
  readonly where: readonly string[]
}

/** Where the contract differs from `@workos/openapi-spec` on purpose. It only shrinks. */
export const ledger: readonly Entry[] = [
  {
    reason: 'Not in any document, but called by the official SDKs, and it answers.',
    where: ['POST /passwordless/sessions', 'POST /passwordless/sessions/{}/send'],
  },
  {
    reason: 'Missing from every document; the official SDKs send it.',
    where: [
      'GET /sso/authorize query.code_challenge* unknown',
      'GET /sso/authorize query.prompt unknown',
      'GET /user_management/authorize query.claim_nonce unknown',
      'POST /user_management/authenticate body.link_authorization_code unknown',
    ],
  },
  {
    reason: 'Browsers are redirected; the address as JSON is for callers that no kit needs.',
    where: ['GET /sso/authorize result.url undeclared'],
  },
  {
    reason: 'Deprecated by WorkOS, with a successor that is declared.',
    where: [
      'GET /sso/authorize query.domain undeclared',
      'GET /directories query.domain undeclared',
      'GET /user_management/users query.organization undeclared',
      'PUT /organizations/{} body.domains undeclared',
      'GET /user_management/users/{}/data_providers result.data[].*At undeclared',
      'GET /user_management/users/{}/data_providers result.data[].*Id undeclared',
      'GET /user_management/users/{}/data_providers result.data[].*Type undeclared',
    ],
  },
  {
    reason: 'Gone from newer documents.',
    where: [
      'GET /authorization/resources query.search undeclared',
      'GET /connections result.data[].options undeclared',
      'GET /connections/{} result.options undeclared',
      'POST /portal/generate_link body.intent_options undeclared',
      'POST /radar/attempts body.bot_score undeclared',
      'POST /radar/attempts body.device_fingerprint undeclared',
      'POST /user_management/sessions/revoke body.return_to undeclared',
    ],
  },
  {
    reason: 'Leaving it out says the same as null.',
    where: [
      'POST /user_management/users body.email_verified nullable',
      'POST /user_management/users body.password nullable',
    ],
  },
  {
    reason: 'An empty object clears all metadata; null would be a second way to say so.',
    where: ['* body.metadata nullable'],
  },
  {
    reason: 'Answers without it are read as well; nothing depends on it.',
    where: [
      '* /user_management/organization_memberships* result*user required',
      '* result.organization_id nullable',
      'GET /user_management/users/{}/sessions result.data[].organization_id nullable',
    ],
  },
  {
    reason: 'Every name passes; what is in `events` is read by the schema of its name.',
    where: ['GET /events result.data[].event values'],
  },
  {
    reason: 'The document lists the fields twice, as query and as body; SDKs send a form.',
    where: ['POST /sso/token query.* undeclared'],
  },
  {
    reason: 'Public clients prove themselves with a verifier instead of a secret, as the SDK does.',
    where: [
      'POST /sso/token body.client_secret required',
      'POST /sso/token body.code_verifier unknown',
    ],
  },
  {
    reason: 'Only an entry that was there before is answered with a message.',
    where: ['POST /radar/lists/{}/{} result.message required'],
  },
]

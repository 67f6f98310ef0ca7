import { organizationDomains } from '@latchkey/core/contract'
import { callApi } from '../administration/callApi.ts'
import { Refusal } from '../administration/refusal.ts'
import { Badge, Empty } from '../ui/pieces.tsx'
import { Deed } from './frame.tsx'
import type { Room } from './room.ts'

/** Domain verification, with the DNS record that WorkOS would look for. */
export const domains: Room = {
  title: 'Domain verification',
  summary:
    'Prove that a domain is yours by a DNS record. The emulator asks no name server: it takes your word.',
  deeds: {
    add: async ({ context, organization, form }) => {
      const domain = form.required('domain', 'A domain')
      await callApi(context, organizationDomains.create, {
        body: { domain, organization_id: organization.id },
      })
    },
    verify: async ({ context, organization, form }) => {
      const id = form.text('domain')
      if (!organization.domains.some((each) => each.id === id)) {
        throw new Refusal('The domain was deleted.')
      }
      await callApi(context, organizationDomains.verify, { params: { id } })
    },
  },
  Content: ({ organization, action }) => (
    <>
      {organization.domains.length === 0 && (
        <Empty title="No domain yet">Add the domain of your addresses.</Empty>
      )}
      <ul class="portal-list">
        {organization.domains.map((each) => {
          const { id, domain, state, verification_prefix, verification_token } = each
          const verified = state === 'verified' || state === 'legacy_verified'
          return (
            <li key={id}>
              <p class="portal-row">
                <b>{domain}</b>
                <Badge tone={verified ? 'good' : 'warn'}>{state}</Badge>
                {!verified && (
                  <Deed
                    to={action('verify')}
                    values={{ domain: id }}
                    label={`The record is set for ${domain}`}
                  >
                    The record is set
                  </Deed>
                )}
              </p>
              {!verified && verification_token !== undefined && (
                <dl class="record">
                  <dt>TXT</dt>
                  <dd>
                    <code>{domain}</code>
                  </dd>
                  <dt>Value</dt>
                  <dd>
                    <code>
                      {verification_prefix}={verification_token}
                    </code>
                  </dd>
                </dl>
              )}
            </li>
          )
        })}
      </ul>
      <form method="post" action={action('add')} class="portal-form">
        <div class="field">
          <label for="domain">Domain</label>
          <input id="domain" name="domain" autocomplete="off" placeholder="example.com" required />
        </div>
        <button class="button" type="submit">
          Add the domain
        </button>
      </form>
    </>
  ),
}

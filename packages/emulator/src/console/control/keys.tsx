import type { Hono } from 'hono'
import { Refusal } from '../../administration/refusal.ts'
import type { AppEnv } from '../../environment.ts'
import { Badge, Empty, Id, Live, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act } from '../frame/form.tsx'
import { showPage } from '../frame/page.tsx'

/** The keys that sign access tokens. */
export function serveKeysPage(app: Hono<AppEnv>): void {
  app.get('/keys', (context) => showKeys(context))
  serveAction(app, 'keys/rotate', {
    page: showKeys,
    run: async ({ environment }) => {
      const { kid } = await environment.signingKeys.rotate()
      return { to: 'keys', notice: `${kid} signs from now on.` }
    },
  })
  serveAction(app, 'keys/:key/drop', {
    page: showKeys,
    run: ({ environment, param }) => {
      try {
        environment.signingKeys.drop(param('key'))
      } catch (error) {
        throw error instanceof RangeError ? new Refusal(error.message) : error
      }
      return { to: 'keys', notice: 'The key is served no longer. Its tokens do not verify.' }
    },
  })
}

const showKeys: Page = (context, attempt) => {
  const { signingKeys, clientId } = context.var.environment
  const keys = signingKeys.list().toReversed()
  return showPage(context, {
    room: 'Keys',
    summary: (
      <>
        What access tokens are signed with, served at{' '}
        <a href={`/sso/jwks/${clientId}`}>/sso/jwks/{clientId}</a>.
      </>
    ),
    attempt,
    action: <Act to="keys/rotate">Rotate</Act>,
    body: (
      <Live id="keys">
        {keys.length === 0 ? (
          <Empty title="No key yet">The first sign-in makes one.</Empty>
        ) : (
          <Table
            caption="Keys"
            columns={[{ name: 'Key' }, { name: 'Use' }, { name: 'Actions', hidden: true }]}
          >
            {keys.map((kid, index) => (
              <tr data-key={kid} key={kid}>
                <td>
                  <Id>{kid}</Id>
                </td>
                <td>
                  {index === 0 ? <Badge tone="good">signs</Badge> : <Badge>still verifies</Badge>}
                </td>
                <td class="acts">
                  {index > 0 && (
                    <Act to={`keys/${kid}/drop`} label={`Drop ${kid}`} danger>
                      Drop
                    </Act>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Live>
    ),
  })
}

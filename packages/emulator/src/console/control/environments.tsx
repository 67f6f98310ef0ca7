import type { Hono } from 'hono'
import { Refusal } from '../../administration/refusal.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import type { Environments } from '../../environments/environments.ts'
import { parseSeed, SeedError } from '../../seed/parseSeed.ts'
import { Badge, Id, Live, Section, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { baseOf, mainBase } from '../frame/base.ts'
import { Act, Form } from '../frame/form.tsx'
import { Send } from '../frame/inputs.tsx'
import { showPage } from '../frame/page.tsx'

/** The environments of the emulator, each with a console of its own. */
export function serveEnvironmentsPage(app: Hono<AppEnv>, environments: Environments): void {
  const page: Page = (context, attempt) => {
    const current = context.var.environment
    return showPage(context, {
      room: 'Environments',
      summary: 'Tests that run at the same time have one each, and never meet.',
      attempt,
      body: (
        <>
          <Live id="environments">
            <EnvironmentTable environments={environments} current={current} />
          </Live>
          <Section title="New environment">
            <Form to="environments" class="form badges" label="New environment">
              <label class="check">
                <input type="checkbox" name="empty" value="yes" />
                <span>Empty, without the seed</span>
              </label>
              <Send>Make an environment</Send>
            </Form>
          </Section>
        </>
      ),
    })
  }
  app.get('/environments', (context) => page(context))
  serveAction(app, 'environments', {
    page,
    run: ({ form }) => {
      const { clientId } = environments.create({
        seed: form.checked('empty') ? emptySeed() : undefined,
      })
      return { to: 'environments', notice: `${clientId} is there.` }
    },
  })
  serveAction(app, 'environments/delete', {
    page,
    run: async ({ context, form }) => {
      // Not in the path, where it would say which environment is meant.
      const client = form.text('client')
      if (client === context.var.environment.clientId) {
        throw new Refusal('Go to another environment before you delete this one.')
      }
      if (!(await environments.delete(client))) throw new Refusal(`There is no ${client}.`)
      return { to: 'environments', notice: 'The environment is deleted.' }
    },
  })
}

function emptySeed() {
  try {
    return parseSeed({}, { source: 'The empty seed' })
  } catch (error) {
    throw error instanceof SeedError ? new Refusal(error.message) : error
  }
}

function EnvironmentTable(props: { environments: Environments; current: Environment }) {
  const { environments, current } = props
  return (
    <Table
      caption="Environments"
      columns={[
        { name: 'Client id' },
        { name: 'API key' },
        { name: 'Users', wide: true },
        { name: 'Actions', hidden: true },
      ]}
    >
      {environments.all().map(({ clientId, apiKey, store }) => {
        const main = clientId === environments.main.clientId
        const here = clientId === current.clientId
        return (
          <tr data-key={clientId} key={clientId}>
            <td>
              <Id>{clientId}</Id> {main && <Badge>main</Badge>}{' '}
              {here && <Badge tone="good">shown</Badge>}
            </td>
            <td>
              <Id>{apiKey}</Id>
            </td>
            <td class="wide number">{store.users.all().length}</td>
            <td class="acts">
              {!here && (
                <a
                  class="small"
                  href={main ? mainBase : baseOf(clientId)}
                  aria-label={`Show ${clientId}`}
                >
                  Show
                </a>
              )}
              {!main && !here && (
                <Act
                  to="environments/delete"
                  values={{ client: clientId }}
                  label={`Delete ${clientId}`}
                  danger
                >
                  Delete
                </Act>
              )}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

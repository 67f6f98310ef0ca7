import { readFile, writeFile } from 'node:fs/promises'
import { resources } from '../../packages/core/src/client/resources.ts'
import type { Endpoint } from '../../packages/core/src/contract/index.ts'
import * as contract from '../../packages/core/src/contract/index.ts'
import { inRoot } from '../support/paths.ts'

const file = inRoot('docs', 'api.md')

/** Operations that are no methods of the client, and what the kit offers for them. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /user_management/authenticate': '`kit.authenticateWith…`, one for each grant',
  'GET /user_management/authorize': '`kit.startSignIn`, `kit.getAuthorizationUrl`',
  'POST /user_management/authorize/device': '`kit.startDeviceAuthorization`',
  'GET /user_management/sessions/logout': '`kit.getLogoutUrl`',
  'GET /sso/authorize': '`kit.getSsoAuthorizationUrl`',
  'GET /sso/jwks/{client_id}': '`kit.getJwksUrl`',
  'GET /sso/logout': 'the `logoutUrl` that `workos.sso.authorizeLogout` answers',
}

const introduction = `<!-- Generated from the contract: node scripts/check.ts --update -->

# The WorkOS API

Every operation of the WorkOS API that Latchkey knows, and what it is called. Methods are those of
\`createWorkOS(kit)\`; they take one object (path parameters, query and body together, in camelCase)
and the options \`{ signal, timeout, idempotencyKey }\`.

- **pages**: the method returns a list: \`await\` reads one page, \`for await\` every object of every page.
- **key**: a call carries an idempotency key of its own, so that it is repeated where WorkOS could not
  answer. Other POST and PATCH requests are repeated only with a key that you pass.
`

const operationOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((_, column) =>
    Math.max(3, ...[heads, ...rows].map((cells) => cells[column]?.length ?? 0)),
  )
  const lines = [heads, widths.map((width) => '-'.repeat(width)), ...rows].map((cells) =>
    widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | '),
  )
  return lines.map((line) => `| ${line} |`).join('\n')
}

const marksOf = ({ query, idempotencyKey }: Endpoint): string =>
  [query && 'after' in query.shape ? 'pages' : '', idempotencyKey ? 'key' : '']
    .filter(Boolean)
    .join(', ')

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'success' in value

const declared = (): Endpoint[] =>
  Object.values(contract)
    .filter((exported) => typeof exported === 'object')
    .flatMap((exported) => Object.values(exported))
    .filter(isEndpoint)

/** The page as it should be. Throws where an operation has no name. */
export const apiPage = (): string => {
  const named = new Set(Object.keys(elsewhere))
  const sections = Object.entries<Readonly<Record<string, Endpoint>>>(resources).map(
    ([resource, endpoints]) => {
      const rows = Object.entries(endpoints).map(([name, endpoint]) => {
        named.add(operationOf(endpoint))
        return [`\`workos.${resource}.${name}\``, `\`${operationOf(endpoint)}\``, marksOf(endpoint)]
      })
      return `## ${resource}\n\n${table(['Method', 'Operation', ''], rows)}\n`
    },
  )
  const nameless = declared()
    .map(operationOf)
    .filter((operation) => !named.has(operation))
  if (nameless.length > 0) throw new Error(`Nothing is offered for ${nameless.join(', ')}.`)

  const others = Object.entries(elsewhere).map(([operation, offer]) => [offer, `\`${operation}\``])
  const signingIn = `## Signing in and out\n\n${table(['Offered as', 'Operation'], others)}\n`
  return [introduction, signingIn, ...sections].join('\n')
}

/** Writes the page as it should be. */
export const updateApiPage = (): Promise<void> => writeFile(file, apiPage())

/** Whether the page says what the contract says. */
export const isApiPageCurrent = async (): Promise<boolean> =>
  (await readFile(file, 'utf8').catch(() => '')) === apiPage()

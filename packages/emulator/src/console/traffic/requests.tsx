import type { Hono } from 'hono'
import type { LoggedRequest } from '../../control/requestLog.ts'
import type { AppEnv } from '../../environment.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Live, Table } from '../../ui/pieces.tsx'
import type { Page } from '../frame/action.ts'
import { Link } from '../frame/link.tsx'
import { showPage } from '../frame/page.tsx'
import { Search } from '../frame/search.tsx'

const shown = 200

/** What was asked of the emulator, newest first; no queries, headers or bodies, so no secrets. */
export function serveRequestsPage(app: Hono<AppEnv>): void {
  app.get('/requests', (context) => showRequests(context))
}

const showRequests: Page = (context, attempt) => {
  const { environment } = context.var
  const sought = context.req.query('q')?.trim() ?? ''
  const onlyRefused = context.req.query('refused') !== undefined
  const found = environment.requests
    .list()
    .toReversed()
    .filter((request) => matches(request, sought) && (!onlyRefused || isRefused(request)))
  return showPage(context, {
    room: 'Requests',
    summary: 'The latest 1000 requests to the API and the hosted pages.',
    attempt,
    body: (
      <>
        <div class="tools">
          <Search
            to="requests"
            value={sought}
            label="Find requests"
            placeholder="Path, method, status or grant"
          >
            <label class="check">
              <input type="checkbox" name="refused" value="yes" checked={onlyRefused} />
              <span>Refused only</span>
            </label>
          </Search>
        </div>
        <Live id="requests">
          {found.length === 0 ? (
            <Empty title={sought === '' && !onlyRefused ? 'Nothing was asked yet' : 'None matches'}>
              Point your application here: the <Link to="">overview</Link> says how.
            </Empty>
          ) : (
            <RequestTable requests={found.slice(0, shown)} now={environment.clock.now()} />
          )}
        </Live>
      </>
    ),
  })
}

const isRefused = ({ status }: LoggedRequest): boolean => status === 0 || status >= 400

function matches({ method, path, status, grantType = '', error }: LoggedRequest, sought: string) {
  const text = [method, path, status, grantType, error?.code, error?.message].join(' ')
  return text.toLowerCase().includes(sought.toLowerCase())
}

/** Requests, one a line. */
export const RequestLines = (props: { requests: readonly LoggedRequest[]; now: number }) => (
  <ol class="log lines">
    {props.requests.map((request) => (
      <li data-key={keyOf(request)} key={keyOf(request)}>
        <code>{request.method}</code>
        <code class="log-about">{request.path}</code>
        <Badge tone={toneOf(request)}>
          {request.status === 0 ? 'cut' : String(request.status)}
        </Badge>
        <Ago time={request.time} now={props.now} />
      </li>
    ))}
  </ol>
)

const keyOf = ({ time, path }: LoggedRequest): string => `${time} ${path}`

/** Requests, one a row. */
function RequestTable(props: { requests: readonly LoggedRequest[]; now: number }) {
  return (
    <Table
      caption="Requests"
      columns={[
        { name: 'Request' },
        { name: 'Status' },
        { name: 'Took', wide: true },
        { name: 'When', wide: true },
      ]}
    >
      {props.requests.map((request) => {
        const { time, method, path, status, duration, grantType, fault, error } = request
        return (
          <tr data-key={keyOf(request)} key={keyOf(request)}>
            <td class="mono small-text">
              <span class="method">{method}</span> <span class="path">{path}</span>
              {grantType !== undefined && <span class="under">{grantType}</span>}
              {error && (
                <span class="under bad-text">
                  {error.code !== undefined && <b>{error.code} </b>}
                  {error.message}
                </span>
              )}
            </td>
            <td>
              <Badge tone={toneOf(request)}>{status === 0 ? 'cut' : String(status)}</Badge>
              {fault !== undefined && (
                <span class="under nowrap">
                  <Link to="faults">by a fault</Link>
                </span>
              )}
            </td>
            <td class="wide muted number">{duration} ms</td>
            <td class="wide muted">
              <Ago time={time} now={props.now} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function toneOf({ status }: LoggedRequest): 'good' | 'warn' | 'bad' | undefined {
  if (status === 0 || status >= 500) return 'bad'
  if (status >= 400) return 'warn'
  return status < 300 ? 'good' : undefined
}

import { Empty } from '../ui/pieces.tsx'
import { auditLogOf } from './auditLogs.tsx'
import type { Room } from './room.ts'

const shown = 5

/** Log streams: nothing leaves this machine, but what would be sent can be seen and fetched. */
export const logStreams: Room = {
  title: 'Log streams',
  summary:
    'WorkOS sends audit logs on to Datadog, Splunk, S3 and others. From here nothing is sent: take the lines that a stream would carry.',
  deeds: {},
  files: {
    'audit-log.ndjson': (context, visit) => {
      const lines = auditLogOf(visit).map((event) => `${JSON.stringify(event)}\n`)
      return context.body(lines.join(''), 200, {
        'Content-Type': 'application/x-ndjson',
        'Content-Disposition': 'attachment; filename="audit-log.ndjson"',
        'Cache-Control': 'no-store',
      })
    },
  },
  Content: ({ action, ...visit }) => {
    const events = auditLogOf(visit)
    if (events.length === 0) {
      return <Empty title="Nothing to send yet">The application sends what happens.</Empty>
    }
    return (
      <>
        <p class="portal-row">
          <span class="muted">The latest {Math.min(shown, events.length)} lines.</span>
          <a class="small" href={action('audit-log.ndjson')}>
            All {events.length} as JSON lines
          </a>
        </p>
        <pre class="json" tabindex={0}>
          {events
            .slice(-shown)
            .map((event) => JSON.stringify(event))
            .join('\n')}
        </pre>
      </>
    )
  },
}

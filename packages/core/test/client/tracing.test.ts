import {
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { afterEach, describe, expect, it } from 'vitest'
import { offlineKit } from '../support/offlineKit.ts'
import { recordingFetch } from '../support/recordingFetch.ts'

interface Seen {
  name: string
  kind: SpanKind | undefined
  attributes: Record<string, unknown>
  status: SpanStatusCode | undefined
  ended: boolean
}

/** What an application's OpenTelemetry does, as far as these tests look at it. */
function recordingTracer() {
  const spans: Seen[] = []
  const tracer = {
    startSpan: () => {
      throw new Error('spans are started active')
    },
    startActiveSpan: (name: string, options: object, run: (span: Span) => unknown) => {
      const { kind, attributes } = options as { kind: SpanKind; attributes: object }
      const seen: Seen = {
        name,
        kind,
        attributes: { ...attributes },
        status: undefined,
        ended: false,
      }
      spans.push(seen)
      const span = {
        setAttribute: (key: string, value: unknown) => {
          seen.attributes[key] = value
        },
        setStatus: ({ code }: { code: SpanStatusCode }) => {
          seen.status = code
        },
        end: () => {
          seen.ended = true
        },
      }
      return run(span as object as Span)
    },
  }
  const provider: TracerProvider = { getTracer: () => tracer as object as Tracer }
  return { spans, provider }
}

const answer = (status: number) => () =>
  Response.json({ message: 'busy' }, { status, headers: { 'x-request-id': 'req_1' } })

afterEach(() => {
  trace.disable()
  context.disable()
})

describe('OpenTelemetry', () => {
  it('gets one span for a call with all its tries, named without anything secret', async () => {
    const { spans, provider } = recordingTracer()
    trace.setGlobalTracerProvider(provider)
    const { fetch } = recordingFetch(answer(503), answer(404))
    const call = offlineKit(fetch).workos.invitations.getByToken({ token: 'very-secret-token' })
    await expect(call).rejects.toMatchObject({ status: 404 })
    expect(spans).toEqual([
      {
        name: 'GET /user_management/invitations/by_token/{token}',
        kind: SpanKind.CLIENT,
        attributes: {
          'http.request.method': 'GET',
          'url.template': '/user_management/invitations/by_token/{token}',
          'server.address': 'api.workos.com',
          'http.response.status_code': 404,
          'http.request.resend_count': 1,
          'workos.request_id': 'req_1',
          'error.type': 'http_404',
        },
        status: SpanStatusCode.ERROR,
        ended: true,
      },
    ])
  })

  it('is not needed', async () => {
    const { fetch } = recordingFetch(Response.json({ object: 'list', data: [] }))
    expect(await offlineKit(fetch).workos.roles.list()).toEqual({ object: 'list', data: [] })
  })
})

import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AppEnv } from '../../environment.ts'

/** Tells an open page that something changed; it then asks for itself again. */
export function serveLive(app: Hono<AppEnv>): void {
  app.get('/changes', (context) =>
    streamSSE(context, async (stream) => {
      const { changes } = context.var.environment
      await new Promise<void>((resolve) => {
        let due: NodeJS.Timeout | undefined
        const say = () => {
          due = undefined
          stream.writeSSE({ event: 'change', data: '' }).catch(() => {})
        }
        // One request causes several changes, which are one to whoever looks.
        const unsubscribe = changes.subscribe(() => {
          due ??= setTimeout(say, 100)
        })
        stream.onAbort(() => {
          unsubscribe()
          clearTimeout(due)
          resolve()
        })
        // Something has to be sent for the headers to be.
        stream.write(': open\n\n').catch(() => {})
      })
    }),
  )
}

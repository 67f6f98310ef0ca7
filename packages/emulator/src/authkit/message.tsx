import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'

/** A page that only says something. */
export function showMessage(
  context: Context<AppEnv>,
  message: {
    title: string
    text: string
    status?: 200 | 400 | 404 | 501
    /** Something to copy. */
    detail?: { label: string; value: string } | undefined
  },
): Response | Promise<Response> {
  const { title, text, detail, status = 200 } = message
  return renderPage(context, {
    kind: 'hosted',
    title,
    status,
    body: (
      <Card title={title} subtitle={text}>
        {detail && (
          <div class="detail">
            <span class="muted">{detail.label}</span>
            <code>{detail.value}</code>
          </div>
        )}
      </Card>
    ),
  })
}

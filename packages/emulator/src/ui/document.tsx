import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { consoleScriptHref, consoleStylesheetHref, iconHref, stylesheetHref } from '../assets.ts'
import type { AppEnv } from '../environment.ts'

/** Nothing but our own stylesheet, typeface and images may load. */
const strictest =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data: https:; base-uri 'none'; frame-ancestors 'none'"

/**
 * The hosted pages have no `form-action`: browsers hold it against redirects too, and a sign-in ends
 * in a redirect to the product. The console has the one script that keeps it up to date.
 */
const policies = {
  hosted: strictest,
  portal: strictest,
  console: `${strictest}; form-action 'self'; script-src 'self'; connect-src 'self'`,
}

type PageStatus = 200 | 400 | 404 | 422 | 501

/** Answers with a whole page. */
export function renderPage(
  context: Context<AppEnv>,
  page: { title: string; body: Child; status?: PageStatus; kind: 'hosted' | 'portal' | 'console' },
): Response | Promise<Response> {
  context.header('Content-Security-Policy', policies[page.kind])
  context.header('Referrer-Policy', 'no-referrer')
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Cache-Control', 'no-store')
  return context.html(
    html`<!doctype html>${(
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{page.title}</title>
          <link rel="icon" href={iconHref} />
          <link rel="stylesheet" href={stylesheetHref} />
          {page.kind !== 'hosted' && <link rel="stylesheet" href={consoleStylesheetHref} />}
          {page.kind === 'console' && <script type="module" src={consoleScriptHref} />}
        </head>
        <body class={page.kind === 'portal' ? 'hosted portal' : page.kind}>{page.body}</body>
      </html>
    )}`,
    page.status ?? 200,
  )
}

import { type Problem, problemHeaders, statusOf } from './problem.ts'

/** What a page of the kit shows: it has no script and needs nothing but itself. */
export interface PageContent {
  readonly title: string
  readonly message: string
  /** Small print, e.g. a code to quote. */
  readonly detail?: string | undefined
  readonly link: {
    readonly href: string
    readonly label: string
    /** `_top` leaves the frame that the page stands in. */
    readonly target?: '_top'
  }
  /** Seconds after which the browser follows the link by itself. */
  readonly followAfter?: number
}

/** A refusal for people. */
export function problemPage(problem: Problem, content: PageContent): Response {
  return new Response(renderPage(content), {
    status: statusOf(problem),
    headers: { ...problemHeaders(problem), ...htmlHeaders },
  })
}

/** A page that sends the browser on by itself, for where a redirect would lose a strict cookie. */
export function forwardingPage(href: string): Response {
  const content = {
    title: 'Signed in',
    message: 'Taking you back.',
    link: { href, label: 'Continue' },
    followAfter: 0,
  }
  return new Response(renderPage(content), {
    headers: { 'cache-control': 'private, no-store', ...htmlHeaders },
  })
}

const htmlHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
}

function renderPage({ title, message, detail, link, followAfter }: PageContent): string {
  const href = escapeHtml(link.href)
  const refresh =
    followAfter === undefined
      ? ''
      : `<meta http-equiv="refresh" content="${followAfter};url=${href}">`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh}
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(message)}</p>
<a href="${href}"${link.target === undefined ? '' : ` target="${link.target}"`}>${escapeHtml(link.label)}</a>
${detail === undefined ? '' : `<small>${escapeHtml(detail)}</small>`}
</main>
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; --ink: #1c1917; --soft: #57534e; --paper: #fafaf9; --card: #fff; --line: #e7e5e4 }
@media (prefers-color-scheme: dark) { :root { --ink: #f5f5f4; --soft: #a8a29e; --paper: #131110; --card: #1c1917; --line: #35302c } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif }
main { width: 100%; max-width: 26rem; padding: 2.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; letter-spacing: -.01em }
p { margin: 0 0 1.5rem; color: var(--soft) }
a { display: inline-block; padding: .6rem 1.1rem; border-radius: .6rem; background: var(--ink); color: var(--paper); text-decoration: none; font-weight: 550 }
a:focus-visible { outline: 3px solid #3b82f6; outline-offset: 2px }
small { display: block; margin-top: 1.5rem; color: var(--soft); font: .8rem ui-monospace, monospace; overflow-wrap: anywhere }
`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

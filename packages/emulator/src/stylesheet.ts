import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { AppEnv } from './environment.ts'

const css = readFileSync(new URL('../assets/stylesheet.css', import.meta.url), 'utf8')
const version = createHash('sha256').update(css).digest('hex').slice(0, 12)

const path = '/_emulator/assets/stylesheet.css'

/** The address of the one stylesheet; it changes with the content, so it may be cached for good. */
export const stylesheetHref = `${path}?v=${version}`

/** Serves the stylesheet. */
export function serveStylesheet(app: Hono<AppEnv>): void {
  app.get(path, (context) => {
    context.header('Content-Type', 'text/css; charset=utf-8')
    context.header('Cache-Control', 'public, max-age=31536000, immutable')
    return context.body(css)
  })
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Hono } from 'hono'
import type { AppEnv } from './environment.ts'

const base = '/_emulator/assets'
const fonts = ['geist-latin-wght-normal.woff2', 'geist-latin-ext-wght-normal.woff2']

const stylesheet = readFileSync(new URL('../assets/stylesheet.css', import.meta.url), 'utf8')
const version = createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)

/** The address of the one stylesheet; it changes with the content, so it may be cached for good. */
export const stylesheetHref = `${base}/stylesheet.css?v=${version}`
/** The address of the icon that a browser's tab shows. */
export const iconHref = `${base}/icon.svg`

/** Serves what the pages are made of: the stylesheet, the typeface and the icon. */
export function serveAssets(app: Hono<AppEnv>): void {
  app.use(`${base}/*`, async (context, next) => {
    await next()
    context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.get(`${base}/stylesheet.css`, (context) =>
    context.body(stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.get(`${base}/icon.svg`, async (context) => {
    const icon = await readFile(new URL('../assets/icon.svg', import.meta.url), 'utf8')
    return context.body(icon, 200, { 'Content-Type': 'image/svg+xml' })
  })
  for (const font of fonts) {
    app.get(`${base}/${font}`, async (context) => {
      const file = createRequire(import.meta.url).resolve(
        `@fontsource-variable/geist/files/${font}`,
      )
      return context.body(await readFile(file), 200, { 'Content-Type': 'font/woff2' })
    })
  }
}

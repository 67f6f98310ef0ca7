import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Hono } from 'hono'
import type { AppEnv } from './environment.ts'

const base = '/_emulator/assets'
const fonts = ['geist-latin-wght-normal.woff2', 'geist-latin-ext-wght-normal.woff2']

/** What the stylesheets are made of. Where rules weigh the same, those of the later file count. */
const sheets = {
  pages: [
    'typeface',
    'palette',
    'page',
    'card',
    'foot',
    'fields',
    'notices',
    'buttons',
    'choices',
    'authenticator',
    'codes',
    'motion',
  ],
  console: [
    'desk',
    'navigation',
    'pageHead',
    'sections',
    'badges',
    'text',
    'tables',
    'buttons',
    'forms',
    'folds',
    'facts',
    'lists',
    'logs',
    'figures',
    'clock',
    'emails',
    'arrivals',
    'portal',
  ],
}

const read = (name: string): string =>
  readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8')

/** At an address that changes with the content, so it may be cached for good. */
function asset(name: string, { type, content }: { type: string; content: string }) {
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { name, type, content, href: `${base}/${name}?v=${version}` }
}

/** One file of all the parts: a page asks for it once. */
const stylesheet = (folder: keyof typeof sheets) => ({
  type: 'text/css; charset=utf-8',
  content: sheets[folder].map((name) => read(`${folder}/${name}.css`)).join('\n'),
})

const assets = {
  stylesheet: asset('stylesheet.css', stylesheet('pages')),
  consoleStylesheet: asset('console.css', stylesheet('console')),
  consoleScript: asset('console.js', {
    type: 'text/javascript; charset=utf-8',
    content: read('console.js'),
  }),
}

/** The stylesheet of every page. */
export const stylesheetHref = assets.stylesheet.href
/** What the console's pages have besides. */
export const consoleStylesheetHref = assets.consoleStylesheet.href
/** What keeps the console's pages up to date. */
export const consoleScriptHref = assets.consoleScript.href
/** The address of the icon that a browser's tab shows. */
export const iconHref = `${base}/icon.svg`

/** Serves what the pages are made of: stylesheets, script, typeface and icon. */
export function serveAssets(app: Hono<AppEnv>): void {
  app.use(`${base}/*`, async (context, next) => {
    await next()
    context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  for (const { name, type, content } of Object.values(assets)) {
    app.get(`${base}/${name}`, (context) => context.body(content, 200, { 'Content-Type': type }))
  }
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

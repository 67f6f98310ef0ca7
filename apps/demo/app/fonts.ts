import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import localFont from 'next/font/local'

const display = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2',
  variable: '--font-bricolage',
  weight: '200 800',
  declarations: [{ prop: 'font-stretch', value: '75% 100%' }],
})

/** People's names need more letters than our own words do; fetched where one appears. */
const displayExtended = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wdth-normal.woff2',
  variable: '--font-bricolage-extended',
  weight: '200 800',
  declarations: [
    { prop: 'font-stretch', value: '75% 100%' },
    {
      prop: 'unicode-range',
      value: 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+1E00-1E9F, U+1EF2-1EFF',
    },
  ],
  preload: false,
  adjustFontFallback: false,
})

/** Class names that make the faces available as custom properties. */
export const fontVariables = [
  display.variable,
  displayExtended.variable,
  GeistSans.variable,
  GeistMono.variable,
].join(' ')

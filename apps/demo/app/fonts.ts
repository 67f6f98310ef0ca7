import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import localFont from 'next/font/local'

const display = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2',
  variable: '--font-bricolage',
  weight: '200 800',
  declarations: [{ prop: 'font-stretch', value: '75% 100%' }],
})

/** Class names that make the three faces available as custom properties. */
export const fontVariables = [display.variable, GeistSans.variable, GeistMono.variable].join(' ')

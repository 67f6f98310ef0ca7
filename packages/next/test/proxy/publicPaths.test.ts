import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePublicPaths } from '../../src/proxy/publicPaths.ts'

const isPublic = compilePublicPaths(['/', '/pricing', '/blog/:slug', '/docs/:path*'])

describe('public paths', () => {
  it.each(['/', '/pricing', '/pricing/', '/blog/hello', '/docs', '/docs/', '/docs/a/b/c'])(
    'open %s',
    (path) => {
      expect(isPublic(path)).toBe(true)
    },
  )

  it.each([
    '/dashboard',
    '/pricing/secret',
    '/pricingx',
    '/Pricing',
    '/%70ricing',
    '/pricing%2F..%2Fdashboard',
    '/pricing;/x',
    '/blog',
    '/blog/a/b',
    '/DOCS/a',
    '/docsx',
    '/pricing.rsc',
    '/index.rsc',
  ])('keep %s protected', (path) => {
    expect(isPublic(path)).toBe(false)
  })

  it('protect everything when nothing is listed', () => {
    const none = compilePublicPaths([])
    fc.assert(fc.property(fc.webPath(), (path) => !none(`/${path}`)))
  })

  it.each(['pricing', '/a(.*)', '/a/:b+', '/a/*', '/:rest*/b', '/a?'])(
    'refuse the pattern %s when the proxy is built',
    (pattern) => {
      expect(() => compilePublicPaths([pattern])).toThrow(TypeError)
    },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Access, type AccessRule, compileAccess } from '../../src/proxy/accessRules.ts'

function access(
  path: string,
  { publicPaths = [], rules = [] }: { publicPaths?: string[]; rules?: AccessRule[] },
): Access {
  return compileAccess({ publicPaths, rules, unauthenticated: 'hosted' })(path)
}

const publicPaths = ['/', '/pricing', '/blog/:slug', '/docs/:path*', '/über', '/feed.json']
const isPublic = (path: string) => access(path, { publicPaths }).kind === 'public'

describe('a rule', () => {
  it('with a name that does not exist is refused, for it would ask for nothing', () => {
    const rules = [{ path: '/admin', role: 'admin' } as AccessRule]
    expect(() => access('/admin', { rules })).toThrow(/`role`.*`require`/)
  })
})

describe('public paths', () => {
  it.each([
    '/',
    '/pricing',
    '/pricing/',
    '/blog/hello',
    '/blog/caf%C3%A9',
    '/docs',
    '/docs/',
    '/docs/a/b/c',
    '/docs/a.b/c',
    '/%C3%BCber',
    '/feed.json',
  ])('open %s', (path) => {
    expect(isPublic(path)).toBe(true)
  })

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
    '/blog/a%2fb',
    '/DOCS/a',
    '/docsx',
    '/docs/..%2fdashboard',
    '/docs/%2e%2e%2fdashboard',
    '/docs/..%252fdashboard',
    '/docs/..\\dashboard',
    '/docs/..;/dashboard',
    '/pricing.rsc',
    '/index.rsc',
    '/_next/data/build/pricing.json',
  ])('keep %s protected', (path) => {
    expect(isPublic(path)).toBe(false)
  })

  it('protect everything when nothing is listed', () => {
    fc.assert(fc.property(fc.webPath(), (path) => access(`/${path}`, {}).kind === 'protected'))
  })

  it.each(['pricing', '/a(.*)', '/a/:b+', '/a/*', '/:rest*/b', '/a?'])(
    'refuse the pattern %s when the proxy is built',
    (path) => {
      expect(() => access('/', { publicPaths: [path] })).toThrow(TypeError)
      expect(() => access('/', { rules: [{ path }] })).toThrow(TypeError)
    },
  )
})

const rules: AccessRule[] = [
  { path: '/admin/:path*', require: { role: 'admin' } },
  { path: '/team/:id/billing', require: { permission: 'billing' } },
  { path: '/admin/danger', require: { maxAge: 60 } },
]

function requirements(path: string, options = { publicPaths, rules }): unknown[] {
  const found = access(path, options)
  return found.kind === 'public' ? ['public'] : [...found.requirements]
}

describe('rules', () => {
  it('apply all that match', () => {
    expect(requirements('/admin/danger')).toEqual([{ role: 'admin' }, { maxAge: 60 }])
    expect(requirements('/team/7/billing')).toEqual([{ permission: 'billing' }])
    expect(requirements('/team/7')).toEqual([])
  })

  it.each([
    '/admin',
    '/admin/',
    '//admin',
    '/Admin/x',
    '/ADMIN',
    '/%61dmin',
    '/%2561dmin',
    '/admin%2fx',
    '/admin%2Fx',
    '/admin\\x',
    '/admin;v=1/x',
    '/admin.rsc',
    '/admin/x.rsc',
    '/admin.prefetch.rsc',
    '/admin.segments/_tree.segment.rsc',
    '/admin.segments/admin/__PAGE__.segment.rsc',
    '/_next/data/build/admin.json',
    '/_next/data/build/admin/x.json',
    '/docs/..%2fadmin',
    '/docs/%2e%2e/admin',
    '/admin/..%2fdocs',
    '/admin%00',
  ])('hold for %s', (path) => {
    const expected = path === '/admin%00' ? [] : [{ role: 'admin' }]
    expect(requirements(path)).toEqual(expected)
  })

  it('hold for the data of the start page', () => {
    const options = { publicPaths: [], rules: [{ path: '/', require: { role: 'a' } }] }
    for (const path of ['/', '/index.rsc', '/index.segments/_tree.segment.rsc']) {
      expect(requirements(path, options)).toEqual([{ role: 'a' }])
    }
  })

  it('win over public paths', () => {
    const options = { publicPaths: ['/admin/:path*'], rules }
    expect(requirements('/admin/x', options)).toEqual([{ role: 'admin' }])
    expect(requirements('/admin/x', { ...options, rules: [{ path: '/admin/x' }] })).toEqual([
      'public',
    ])
  })

  it('say where the signed-out go, and leave that page open', () => {
    const answer = compileAccess({
      publicPaths: [],
      rules: [{ path: '/partners/:path*', require: {}, unauthenticated: '/partners/login' }],
      unauthenticated: 'hosted',
    })
    expect(answer('/partners/x')).toMatchObject({ unauthenticated: '/partners/login' })
    expect(answer('/other')).toMatchObject({ unauthenticated: 'hosted' })
    expect(answer('/partners/login')).toEqual({ kind: 'public', strict: false })
  })

  it('refuse a requirement that does not exist when the proxy is built', () => {
    const require = { permissions: 'x' } as AccessRule['require']
    expect(() => access('/', { rules: [{ path: '/', ...(require && { require }) }] })).toThrow(
      'There is no requirement `permissions`.',
    )
  })

  it('hold however letters of the path are cased or encoded, and in how many layers', () => {
    const spelling = fc.array(fc.record({ upper: fc.boolean(), layers: fc.nat({ max: 3 }) }), {
      minLength: 7,
      maxLength: 7,
    })
    fc.assert(
      fc.property(spelling, (letters) => {
        const spelled = [...'admin/x'].map((letter, index) => {
          const { upper = false, layers = 0 } = letters[index] ?? {}
          return encodedTimes(upper ? letter.toUpperCase() : letter, layers)
        })
        expect(requirements(`/${spelled.join('')}`)).toEqual([{ role: 'admin' }])
      }),
    )
  })
})

function encodedTimes(letter: string, layers: number): string {
  if (layers === 0) return letter
  const hex = letter.charCodeAt(0).toString(16)
  return layers === 1 ? `%${hex}` : encodedTimes('%', layers - 1) + hex
}

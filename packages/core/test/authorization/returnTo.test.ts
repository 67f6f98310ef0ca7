import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnTo } from '../../src/index.ts'

describe('safeReturnTo', () => {
  it.each([
    '/',
    '/dashboard',
    '/reports?year=2026&next=//evil.example',
    '/a/b#section',
    '/caf%C3%A9',
    '/search?q=a%2Fb%5Cc',
  ])('keeps %s', (path) => {
    expect(safeReturnTo(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\t//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    ' //evil.example',
    'https:evil.example',
    'https://evil.example',
    'http:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://app.example@evil.example',
    '//app.example@evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2Fevil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/%0A/evil.example',
    '/%252Fevil.example',
    '/%25252Fevil.example',
    '/%',
    '/%zz',
    '//evil。example',
    '/\u0000',
    '',
    'dashboard',
    '?a=b',
    '#a',
    '.',
    `/${'a'.repeat(3000)}`,
    `/${'é'.repeat(1000)}`,
  ])('sends %j home', (value) => {
    expect(safeReturnTo(value)).toBe('/')
  })

  it.each([undefined, null, 1, {}, ['/dashboard']])('sends %j home', (value) => {
    expect(safeReturnTo(value)).toBe('/')
  })

  it('never leaves the product, whatever it is given', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '/',
          '\\',
          '%2f',
          '%5c',
          '%09',
          '\t',
          '.',
          '..',
          ':',
          '@',
          '?',
          '#',
          'evil.example',
          'https',
          ' ',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string(), fc.webUrl()), (value) => {
        const url = new URL(safeReturnTo(value), 'https://app.example')
        expect(url.origin).toBe('https://app.example')
      }),
      { numRuns: 2000 },
    )
  }, 30_000)
})

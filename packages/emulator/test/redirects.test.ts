import { describe, expect, test } from 'vitest'
import { isRegistered, redirectProblem } from '../src/authentication/redirects.ts'

const registered = (pattern: string, uri: string) => isRegistered([{ uri: pattern }], uri)

describe('a registered address', () => {
  test.each([
    ['https://app.example.com/callback', 'https://app.example.com/callback'],
    ['https://app.example.com/callback', 'https://APP.example.com:443/callback'],
    ['https://app.example.com', 'https://app.example.com/'],
    ['https://app.example.com/callback?from=auth', 'https://app.example.com/callback?from=auth'],
    ['com.example.app://callback', 'com.example.app://callback'],
    ['http://localhost:*/auth/callback', 'http://localhost:3000/auth/callback'],
    ['http://localhost:*/auth/callback', 'http://localhost/auth/callback'],
    ['http://127.0.0.1:*/callback', 'http://127.0.0.1:41234/callback'],
    ['http://[::1]:*/callback', 'http://[::1]:3000/callback'],
    ['http://localhost:*', 'http://localhost:3000/'],
    ['http://localhost:*', 'http://localhost:3000'],
    ['https://*.preview.example.com/callback', 'https://pr-12.preview.example.com/callback'],
    ['https://app-*.example.com/callback', 'https://app-7.example.com/callback'],
  ])('%s is %s', (pattern, uri) => {
    expect(registered(pattern, uri)).toBe(true)
  })

  test.each([
    ['https://app.example.com/callback', 'http://app.example.com/callback'],
    ['https://app.example.com/callback', 'https://app.example.com/callback/'],
    ['https://app.example.com/callback', 'https://app.example.com/callback?next=/'],
    ['https://app.example.com/callback', 'https://app.example.com/callback/../steal'],
    ['https://app.example.com/callback', 'https://app.example.com/callback#token'],
    ['https://app.example.com/callback', 'https://app.example.com@evil.example/callback'],
    ['https://app.example.com/callback', 'https://user@app.example.com/callback'],
    ['https://app.example.com/callback', 'https://app.example.com.evil.example/callback'],
    ['https://app.example.com/callback', 'https://app.example.com:8443/callback'],
    ['http://localhost:*/auth/callback', 'https://localhost:3000/auth/callback'],
    ['http://localhost:*/auth/callback', 'http://localhost:3000/auth/other'],
    ['http://localhost:*/auth/callback', 'http://localhost:3000@evil.example/auth/callback'],
    ['http://localhost:*/auth/callback', 'http://localhost.evil.example:3000/auth/callback'],
    ['http://localhost:*/auth/callback', 'http://127.0.0.1:3000/auth/callback'],
    ['http://localhost:*', 'http://localhost:3000/anywhere'],
    ['https://*.preview.example.com/callback', 'https://a.b.preview.example.com/callback'],
    ['https://*.preview.example.com/callback', 'https://preview.example.com/callback'],
    ['https://*.preview.example.com/callback', 'https://.preview.example.com/callback'],
    [
      'https://*.preview.example.com/callback',
      'https://evil.example/.preview.example.com/callback',
    ],
    ['https://app.example.com/callback', 'javascript:alert(1)'],
    ['https://app.example.com/callback', '//app.example.com/callback'],
    ['https://app.example.com/callback', 'nonsense'],
  ])('%s is not %s', (pattern, uri) => {
    expect(registered(pattern, uri)).toBe(false)
  })
})

describe('what may be registered', () => {
  test.each([
    'https://app.example.com/callback',
    'http://localhost:*/callback',
    'https://*.example.com/callback',
    'com.example.app://callback',
  ])('%s may', (uri) => {
    expect(redirectProblem(uri)).toBeUndefined()
  })

  test.each([
    ['/callback', 'it is not an absolute URL'],
    ['https://app.example.com/#top', 'it has a fragment'],
    ['https://app.example.com/*', 'a wildcard may not stand in the path or query'],
    [
      'https://app.example.com:*/callback',
      'a wildcard port is for localhost and loopback addresses only',
    ],
    ['https://app.*.example.com/callback', 'a wildcard is for the first label only'],
    ['https://*-*.example.com/callback', 'it has more than one wildcard'],
    ['https://*.com/callback', 'a wildcard may not cover a whole domain'],
  ])('%s may not: %s', (uri, problem) => {
    expect(redirectProblem(uri)).toBe(problem)
  })
})

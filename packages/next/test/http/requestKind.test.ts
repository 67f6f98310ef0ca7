import { describe, expect, it } from 'vitest'
import { type RequestKind, requestKind } from '../../src/http/requestKind.ts'

const cases: [RequestKind, string, string, Record<string, string>][] = [
  [
    'document',
    'a browser opens a page',
    'GET',
    { 'sec-fetch-mode': 'navigate', accept: 'text/html' },
  ],
  [
    'document',
    'a frame loads',
    'GET',
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ],
  ['document', 'a form is posted without script', 'POST', { 'sec-fetch-mode': 'navigate' }],
  ['document', 'a browser without fetch metadata', 'GET', { accept: 'text/html,*/*;q=0.8' }],
  ['data', 'a fetch', 'GET', { 'sec-fetch-mode': 'cors', accept: '*/*' }],
  [
    'data',
    'a fetch that says it takes HTML',
    'GET',
    { 'sec-fetch-mode': 'cors', accept: 'text/html' },
  ],
  ['data', 'a client navigation', 'GET', { rsc: '1', accept: '*/*' }],
  ['data', 'a program', 'GET', { accept: 'application/json' }],
  ['data', 'a program that says nothing', 'GET', {}],
  ['action', 'a server action', 'POST', { 'next-action': 'abc', 'sec-fetch-mode': 'cors' }],
  ['data', 'a GET that pretends to be an action', 'GET', { 'next-action': 'abc' }],
  [
    'prefetch',
    'a speculation rule',
    'GET',
    { 'sec-purpose': 'prefetch', 'sec-fetch-mode': 'navigate' },
  ],
  ['prefetch', 'a prerender', 'GET', { 'sec-purpose': 'prefetch;prerender' }],
  ['prefetch', 'an older browser', 'GET', { purpose: 'prefetch' }],
  ['prefetch', 'a router that says so', 'GET', { 'next-router-prefetch': '1' }],
]

describe('requestKind', () => {
  it.each(cases)('%s: %s', (kind, _, method, headers) => {
    expect(requestKind({ method, headers: new Headers(headers) })).toBe(kind)
  })
})

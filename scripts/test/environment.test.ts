import { expect, it } from 'vitest'
import { withoutApp } from '../support/environment.ts'

it("keeps an application's settings out of builds and tests", () => {
  const environment = withoutApp({
    HOME: '/home/someone',
    PATH: '/usr/bin',
    PORT: '8080',
    EMULATOR_PORT: '8081',
    WORKOS_API_KEY: 'sk_test_a',
    WORKOS_COOKIE_PASSWORD: 'p',
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'http://localhost:8080/auth/callback',
    LATCHKEY_DEBUG: '1',
  })
  expect(Object.keys(environment).filter((name) => /WORKOS|LATCHKEY|PORT/.test(name))).toEqual([])
  expect(environment).toMatchObject({ HOME: '/home/someone', NEXT_TELEMETRY_DISABLED: '1' })
  expect(environment.PATH).toMatch(/node_modules\/\.bin:\/usr\/bin$/)
})

import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { expect, it } from 'vitest'
import { AUTH_EVENT_CHANNEL, publishEvent, readEnvironment } from '../../src/index.ts'
import { environment } from '../support/environment.ts'

it('reaches the diagnostics channel, and makes no event when nobody listens', () => {
  const heard: unknown[] = []
  let made = 0
  const publish = () =>
    publishEvent({ config: readEnvironment(environment) }, () => {
      made++
      return { name: 'sign-in', outcome: 'started' }
    })
  publish()
  expect(made).toBe(0)
  const listener = (message: unknown) => heard.push(message)
  subscribe(AUTH_EVENT_CHANNEL, listener)
  publish()
  unsubscribe(AUTH_EVENT_CHANNEL, listener)
  publish()
  expect(heard).toEqual([{ name: 'sign-in', outcome: 'started' }])
  expect(made).toBe(1)
})

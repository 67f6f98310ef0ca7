import { expect, test } from 'vitest'
import { calledMethods, sdkMethods } from '../support/sdk.ts'
import { uncalled } from './uncalled.ts'
import './access.ts'
import './accounts.ts'
import './auditLogs.ts'
import './authentication.ts'
import './directories.ts'
import './factors.ts'
import './organizations.ts'
import './resources.ts'
import './singleSignOn.ts'
import './users.ts'
import './webhooks.ts'

// Stands last: by now the walk is over.
test('every method of the official SDK was called, but for those with a reason', () => {
  const methods = sdkMethods()
  const excused = uncalled.flatMap((entry) =>
    entry.methods.flatMap((name) =>
      name.endsWith('.*') ? methods.filter((each) => each.startsWith(name.slice(0, -1))) : [name],
    ),
  )
  const called = calledMethods()
  expect(methods.filter((name) => !called.has(name) && !excused.includes(name))).toEqual([])
  expect(excused.filter((name) => called.has(name) || !methods.includes(name))).toEqual([])
})

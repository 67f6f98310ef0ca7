'use client'

import { authErrorCode } from '@latchkey/next/react'
import { useState } from 'react'
import { approve, enter, leave, renew, whoAmI } from './actions'

export function Buttons() {
  const [result, setResult] = useState('')
  const run = (action: () => Promise<string>) => async () => {
    setResult('')
    setResult(await action().catch((error: unknown) => `refused: ${authErrorCode(error)}`))
  }
  return (
    <>
      <button type="button" onClick={run(whoAmI)}>
        Who am I
      </button>
      <button type="button" onClick={run(renew)}>
        Renew
      </button>
      <button type="button" onClick={run(() => enter('org_nowhere'))}>
        Enter
      </button>
      <button type="button" onClick={run(approve)}>
        Approve
      </button>
      <button type="button" onClick={() => leave()}>
        Leave
      </button>
      <output>{result}</output>
    </>
  )
}

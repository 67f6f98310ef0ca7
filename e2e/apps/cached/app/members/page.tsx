import { auth } from '@latchkey/next'
import { Suspense } from 'react'

export default function Members() {
  return (
    <>
      <h1>Members only</h1>
      <Suspense fallback={<p>One moment</p>}>
        <Greeting />
      </Suspense>
    </>
  )
}

async function Greeting() {
  const state = await auth()
  return <p role="status">{state.status === 'signed-in' ? state.user.email : state.status}</p>
}

import { requireAuth } from '@latchkey/next'
import { Suspense } from 'react'

export default function Remembered() {
  return (
    <Suspense fallback={<p>One moment</p>}>
      <Greeting />
    </Suspense>
  )
}

async function Greeting() {
  const { email } = await viewer()
  return <p role="status">{email}</p>
}

/** Kept by the browser of the person alone. */
async function viewer() {
  'use cache: private'
  const { user } = await requireAuth({ returnTo: '/remembered' })
  return { email: user.email }
}

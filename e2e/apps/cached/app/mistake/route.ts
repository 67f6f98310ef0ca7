import { auth } from '@latchkey/next'
import { connection } from 'next/server'

/** What nobody should do: the cache would hand one person's session to everybody. */
async function cachedStatus() {
  'use cache'
  const { status } = await auth()
  return status
}

export async function GET() {
  await connection()
  return Response.json({ status: await cachedStatus() })
}

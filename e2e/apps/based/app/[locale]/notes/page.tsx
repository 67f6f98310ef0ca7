import { auth } from '@latchkey/next'

export default function Notes() {
  async function takeNote() {
    'use server'
    await auth()
  }
  return (
    <form action={takeNote}>
      <button type="submit">Note who I am</button>
    </form>
  )
}

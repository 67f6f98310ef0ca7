import { auth } from '@latchkey/next'
import { NoteForm } from './noteForm.tsx'

export default function Notes() {
  async function takeNote(): Promise<string> {
    'use server'
    const state = await auth()
    return state.status === 'signed-in' ? `noted by ${state.user.email}` : state.status
  }
  return <NoteForm takeNote={takeNote} />
}

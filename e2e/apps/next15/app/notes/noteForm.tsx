'use client'

import { useActionState } from 'react'

export function NoteForm({ takeNote }: { takeNote: () => Promise<string> }) {
  const [noted, note, pending] = useActionState(takeNote, 'nothing yet')
  return (
    <form action={note}>
      <p role="status">{noted}</p>
      <button type="submit" disabled={pending}>
        Note who I am
      </button>
    </form>
  )
}

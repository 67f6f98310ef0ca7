'use client'

import Link from 'next/link'
import button from '../brand/button.module.css'
import { Notice } from './Notice.tsx'

/** What Next hands to an error boundary. */
export interface FailureProps {
  error: unknown
  retry: () => void
}

/** Says that a page could not be shown, and how to get on. */
export function FailureNotice({ error, retry }: FailureProps) {
  const digest = digestOf(error)
  return (
    <Notice
      title="This page did not load."
      text={`Nothing is lost, and it may work in a moment.${digest === undefined ? '' : ` If it keeps happening, mention ${digest}.`}`}
    >
      <button type="button" className={button.solid} onClick={retry}>
        Try again
      </button>
      <Link href="/" className={button.quiet}>
        Go to the front page
      </Link>
    </Notice>
  )
}

/** The reference under which the server logged the error. */
function digestOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined
}

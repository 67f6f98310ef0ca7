'use client'

import { SignUpButton, useAuth } from '@latchkey/next/react'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import button from '../brand/button.module.css'

/** The one thing to do next: sign up, or go on to the dashboard where somebody is signed in. */
export function StartButton() {
  const { status } = useAuth()
  const className = `${button.quince} ${button.large}`

  return status === 'signed-in' ? (
    <Link href="/dashboard" className={className}>
      Open your dashboard <ArrowRight size={18} aria-hidden />
    </Link>
  ) : (
    <SignUpButton returnTo="/dashboard" className={className}>
      Start with your team <ArrowRight size={18} aria-hidden />
    </SignUpButton>
  )
}

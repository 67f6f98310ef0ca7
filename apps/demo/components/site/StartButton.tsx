'use client'

import { SignUpButton, useAuth } from '@latchkey/next/react'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import button from '../brand/button.module.css'

interface StartButtonProps {
  /** The button's colour, to stand out from what is behind it. */
  tone: 'quince' | 'canopy'
}

/** The one thing to do next: sign up, or go on to the dashboard where somebody is signed in. */
export function StartButton({ tone }: StartButtonProps) {
  const { status } = useAuth()
  const className = `${button[tone]} ${button.large}`

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

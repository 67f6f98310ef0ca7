import { SignedIn, SignedOut, SignInButton, SignUpButton } from '@latchkey/next/react'
import Link from 'next/link'
import button from '../brand/button.module.css'
import { Wordmark } from '../brand/Wordmark.tsx'
import styles from './SiteHeader.module.css'

/** The landing page's bar: who we are, where to read on, and the way in. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link href="/" className={styles.home} aria-label="Orchard, home">
          <Wordmark />
        </Link>
        <nav className={styles.links} aria-label="On this page">
          <a href="#journey">How it works</a>
          <a href="#policy">Policy</a>
          <a href="#seats">Who it is for</a>
          <a href="#trust">Security</a>
        </nav>
        <div className={styles.account}>
          <SignedOut>
            <SignInButton returnTo="/dashboard" className={button.text}>
              Sign in
            </SignInButton>
            <SignUpButton returnTo="/dashboard" className={button.quince}>
              Sign up
            </SignUpButton>
          </SignedOut>
          <SignedIn>
            <Link href="/dashboard" className={button.quince}>
              Open dashboard
            </Link>
          </SignedIn>
        </div>
      </div>
    </header>
  )
}

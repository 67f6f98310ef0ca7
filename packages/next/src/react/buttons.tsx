'use client'

import { type ComponentProps, useContext } from 'react'
import { browserPath } from '../nextBasePath.ts'
import { DEFAULT_BASE_PATH, type RouteAction, routePath } from '../paths.ts'
import { AuthKitContext } from './context.ts'

/** Props of {@link SignInButton} and {@link SignUpButton}: those of a link, and the way back. */
export interface SignInButtonProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** Path to land on afterwards; the current page where left out. */
  readonly returnTo?: string
}

/** A link that starts the hosted sign-in. A plain one on purpose: a router would prefetch it. */
export function SignInButton({ children = 'Sign in', returnTo, ...props }: SignInButtonProps) {
  return (
    <a {...props} href={useRoute('sign-in', returnTo)}>
      {children}
    </a>
  )
}

/** A link that starts the hosted sign-up. */
export function SignUpButton({ children = 'Sign up', returnTo, ...props }: SignInButtonProps) {
  return (
    <a {...props} href={useRoute('sign-up', returnTo)}>
      {children}
    </a>
  )
}

/** Props of {@link SignOutButton}: those of a button, and the way back. */
export interface SignOutButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'formAction'> {
  /** Path to land on afterwards; must be registered at WorkOS as a sign-out redirect. */
  readonly returnTo?: string
}

/**
 * A button that ends the session here and at WorkOS. Works without JavaScript; with it, other tabs
 * learn of it within a second.
 */
export function SignOutButton({ returnTo, children = 'Sign out', ...props }: SignOutButtonProps) {
  const store = useContext(AuthKitContext)?.store
  return (
    <form method="post" action={useRoute('sign-out')} onSubmit={() => store?.leave()}>
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      <button {...props} type="submit">
        {children}
      </button>
    </form>
  )
}

/** Buttons work outside of a provider too, with the routes where they usually are. */
function useRoute(action: RouteAction, returnTo?: string): string {
  const basePath = useContext(AuthKitContext)?.basePath ?? browserPath(DEFAULT_BASE_PATH)
  return routePath({ basePath, action, returnTo })
}

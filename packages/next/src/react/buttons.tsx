'use client'

import { type ComponentProps, useContext } from 'react'
import { browserPath, nextBasePath } from '../nextBasePath.ts'
import { DEFAULT_BASE_PATH, type RouteTarget, routePath } from '../paths.ts'
import type { SignInUrlOptions } from '../server/signInUrl.ts'
import { AuthKitContext } from './context.ts'

/** Props of {@link SignInButton} and {@link SignUpButton}: those of a link, and how it begins. */
export interface SignInButtonProps extends Omit<ComponentProps<'a'>, 'href'>, SignInUrlOptions {}

/** A link that starts the hosted sign-in. A plain one on purpose: a router would prefetch it. */
export function SignInButton({ children = 'Sign in', ...props }: SignInButtonProps) {
  return (
    <StartLink {...props} action="sign-in">
      {children}
    </StartLink>
  )
}

/** A link that starts the hosted sign-up. */
export function SignUpButton({ children = 'Sign up', ...props }: SignInButtonProps) {
  return (
    <StartLink {...props} action="sign-up">
      {children}
    </StartLink>
  )
}

function StartLink({
  action,
  returnTo,
  loginHint,
  organizationId,
  invitationToken,
  maxAge,
  appState,
  onClick,
  ...props
}: SignInButtonProps & { readonly action: 'sign-in' | 'sign-up' }) {
  const routeOf = useRoute()
  const target = { action, loginHint, organizationId, invitationToken, maxAge, appState }
  return (
    <a
      {...props}
      href={routeOf({ ...target, returnTo })}
      onClick={(event) => {
        event.currentTarget.href = routeOf({ ...target, returnTo: returnTo ?? pathWithHash() })
        onClick?.(event)
      }}
    />
  )
}

/** The current page where the server cannot know it: no browser tells of a hash. */
function pathWithHash(): string | undefined {
  const { pathname, search, hash } = window.location
  if (hash === '') return undefined
  return `/${pathname.slice(nextBasePath().length).replace(/^\//, '')}${search}${hash}`
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
    <form method="post" action={useRoute()({ action: 'sign-out' })} onSubmit={() => store?.leave()}>
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      <button {...props} type="submit">
        {children}
      </button>
    </form>
  )
}

/** Buttons work outside of a provider too, with the routes where they usually are. */
function useRoute(): (target: RouteTarget) => string {
  const basePath = useContext(AuthKitContext)?.basePath ?? browserPath(DEFAULT_BASE_PATH)
  return (target) => routePath({ ...target, basePath })
}

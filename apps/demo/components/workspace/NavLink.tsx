'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkPending } from './LinkPending.tsx'
import styles from './NavLink.module.css'

interface NavLinkProps {
  href: Route
  icon: ReactNode
  children: ReactNode
}

/** A link of the workspace's navigation that knows whether its page is the open one. */
export function NavLink({ href, icon, children }: NavLinkProps) {
  const current = usePathname() === href
  return (
    <Link href={href} className={styles.link} aria-current={current ? 'page' : undefined}>
      {icon}
      {children}
      <LinkPending />
    </Link>
  )
}

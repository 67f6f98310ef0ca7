import type { Metadata } from 'next'
import Link from 'next/link'
import button from '@/components/brand/button.module.css'
import { Notice } from '@/components/notice/Notice.tsx'
import { NoticePage } from '@/components/notice/NoticePage.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <NoticePage>
      <Notice
        title="Nothing grows here."
        text="There is no page at this address. It may have moved, or the link may have lost a letter."
      >
        <Link href="/dashboard" className={button.solid}>
          Go to your dashboard
        </Link>
        <Link href="/" className={button.quiet}>
          Front page
        </Link>
      </Notice>
    </NoticePage>
  )
}

'use client'

import { FailureNotice, type FailureProps } from '@/components/notice/FailureNotice.tsx'
import { NoticePage } from '@/components/notice/NoticePage.tsx'

export default function RootError(props: FailureProps) {
  return (
    <NoticePage>
      <FailureNotice {...props} />
    </NoticePage>
  )
}

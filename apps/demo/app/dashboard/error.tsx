'use client'

import { FailureNotice, type FailureProps } from '@/components/notice/FailureNotice.tsx'

export default function DashboardError(props: FailureProps) {
  return <FailureNotice {...props} />
}

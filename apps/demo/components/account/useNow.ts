'use client'

import { useSyncExternalStore } from 'react'

/**
 * The current second, as seconds since the epoch; renders again every second. While the page takes
 * over from the server it is `renderedAt`, so that both render the same.
 */
export function useNow(renderedAt: number): number {
  return useSyncExternalStore(everySecond, currentSecond, () => renderedAt)
}

function everySecond(onTick: () => void): () => void {
  const timer = setInterval(onTick, 1000)
  return () => clearInterval(timer)
}

function currentSecond(): number {
  return Math.floor(Date.now() / 1000)
}

/** What one tab tells the others. Holds no secret: pages of the product can listen in. */
export type TabMessage =
  /** Whoever is signed in here now, or nobody. */
  | { readonly kind: 'is'; readonly identity: string }
  /** A sign-out was sent from here, and is not yet answered. */
  | { readonly kind: 'leaving' }

/** The other tabs of this product. */
export interface Tabs {
  tell(message: TabMessage): void
  close(): void
}

/** Joins the tabs that have their routes in the same place; alone where the browser knows no channels. */
export function joinTabs({
  basePath,
  hear,
}: {
  basePath: string
  hear: (message: TabMessage) => void
}): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel(`latchkey:${basePath}`)
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data)
  return {
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

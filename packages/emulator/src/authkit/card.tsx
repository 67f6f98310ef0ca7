import type { Child } from 'hono/jsx'
import { KeyIcon } from '../ui/icons.tsx'

/** The frame of every hosted page: a card with its heading, and a foot that says whose page it is. */
export function Card(props: {
  /** Whose initial stands on the tile; the Latchkey mark without one. */
  tile?: string | null
  title: string
  subtitle?: Child
  children?: Child
}) {
  return (
    <>
      <main>
        <div class="card">
          <div class="heading">
            <div class="tile" aria-hidden="true">
              {props.tile ? initial(props.tile) : <KeyIcon />}
            </div>
            <h1>{props.title}</h1>
            {props.subtitle && <p class="muted">{props.subtitle}</p>}
          </div>
          {props.children}
        </div>
      </main>
      <footer class="foot">
        <span class="foot-mark">
          <KeyIcon />
          Latchkey emulator
        </span>
        <span class="foot-dot" aria-hidden="true">
          ·
        </span>
        <a href="/_emulator/console/inbox" target="_blank" rel="noreferrer">
          Emails land in the inbox
        </a>
      </footer>
    </>
  )
}

/** The letter that stands for a name. */
export const initial = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? ''

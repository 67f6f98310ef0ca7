import type { Child } from 'hono/jsx'
import { KeyIcon } from '../ui/icons.tsx'

const rooms = [{ name: 'Inbox', href: '/_emulator/console/inbox' }] as const

/** The frame of every page of the console. */
export function ConsoleLayout(props: {
  room: (typeof rooms)[number]['name']
  summary: string
  action?: Child
  children?: Child
}) {
  return (
    <div class="console">
      <header class="console-head">
        <a class="console-mark" href="/_emulator/console">
          <KeyIcon />
          Latchkey emulator
        </a>
        <nav aria-label="Console">
          {rooms.map(({ name, href }) => (
            <a href={href} aria-current={name === props.room ? 'page' : undefined} key={name}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <div class="console-title">
          <div>
            <h1>{props.room}</h1>
            <p class="muted">{props.summary}</p>
          </div>
          {props.action}
        </div>
        {props.children}
      </main>
    </div>
  )
}

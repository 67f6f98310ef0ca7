import { type Child, useContext } from 'hono/jsx'
import type { Environment } from '../../environment.ts'
import { CheckIcon, KeyIcon } from '../../ui/icons.tsx'
import { Live } from '../../ui/pieces.tsx'
import { Attempted } from './attempt.ts'
import { Base } from './base.ts'
import { Refused } from './form.tsx'
import { Link } from './link.tsx'
import { type Room, rooms } from './rooms.ts'
import { signs } from './signs.ts'

/** The frame of every page of the console: its navigation, its heading, and what it is about. */
export function Layout(props: {
  environment: Environment
  /** The page's own address. */
  address: string
  room: Room
  title: string
  summary: Child
  parent?: { to: string; name: string } | undefined
  action?: Child
  notice?: string | undefined
  children?: Child
}) {
  const base = useContext(Base)
  const attempt = useContext(Attempted)
  return (
    <div class="desk" data-changes={`${base}/changes`}>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="bar">
        <Link class="mark" to="">
          <KeyIcon />
          Latchkey
        </Link>
        <button class="menu" type="button" popovertarget="rooms">
          Menu
        </button>
      </header>
      <nav id="rooms" class="rooms" aria-label="Console" popover="auto">
        <Link class="mark" to="">
          <KeyIcon />
          Latchkey
        </Link>
        <Live id="rooms">
          <Navigation room={props.room} environment={props.environment} />
        </Live>
        <p class="environment">
          <span class="unseen">Environment </span>
          <code>{props.environment.clientId}</code>
        </p>
      </nav>
      <main id="main" tabindex={-1}>
        <div class="console-title">
          <div>
            {props.parent && (
              <p class="crumb">
                <Link to={props.parent.to}>{props.parent.name}</Link>
              </p>
            )}
            <h1>{props.title}</h1>
            <p class="muted">{props.summary}</p>
          </div>
          <div class="console-action">
            <span class="live" role="status" hidden data-live-status />
            <noscript>
              <a class="small" href={props.address}>
                Reload
              </a>
            </noscript>
            {props.action}
          </div>
        </div>
        {props.notice !== undefined && (
          <p class="notice" role="status">
            <CheckIcon />
            <span>{props.notice}</span>
          </p>
        )}
        {attempt && <Refused attempt={attempt} />}
        {props.children}
      </main>
    </div>
  )
}

function Navigation({ room, environment }: { room: Room; environment: Environment }) {
  const shown = signs(environment)
  return (
    <>
      {rooms.map((group) => (
        <div class="room-group" key={group.title ?? ''}>
          {group.title !== null && <p class="room-title">{group.title}</p>}
          <ul>
            {group.rooms.map(({ name, path }) => (
              <li key={name}>
                <Link to={path} current={name === room}>
                  <span>{name}</span>
                  {shown[name] && (
                    <span class={shown[name].urgent ? 'sign urgent' : 'sign'}>
                      {shown[name].text}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

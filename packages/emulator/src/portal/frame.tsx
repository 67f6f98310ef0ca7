import type { Child } from 'hono/jsx'
import { initial } from '../authkit/card.tsx'
import type { OrganizationRecord } from '../store/records.ts'
import type { PortalLinkRecord } from '../store/resourceRecords.ts'
import { AlertIcon, KeyIcon } from '../ui/icons.tsx'
import type { Room } from './room.ts'

/** The frame of a page of the portal: whose it is, what is done here, and the way back. */
export function PortalPage(props: {
  organization: OrganizationRecord
  link: PortalLinkRecord
  room: Room
  problem: string | undefined
  /** Where else this link leads. */
  others: readonly { to: string; title: string; here: boolean }[]
  children?: Child
}) {
  const { organization, link, room, problem, others } = props
  return (
    <>
      <header class="portal-bar">
        <span class="tile" aria-hidden="true">
          {initial(organization.name)}
        </span>
        <span>
          <b>{organization.name}</b>
          <span class="muted">Admin Portal</span>
        </span>
        {link.return_url !== null && (
          <a class="small" href={link.return_url}>
            Back to the application
          </a>
        )}
      </header>
      <main class="broad">
        {others.length > 0 && (
          <nav class="portal-rooms" aria-label="Admin Portal">
            {others.map(({ to, title, here }) => (
              <a
                href={`/portal?token=${link.id}&room=${to}`}
                aria-current={here ? 'page' : undefined}
                key={to}
              >
                {title}
              </a>
            ))}
          </nav>
        )}
        <div class="portal-head">
          <h1>{room.title}</h1>
          <p class="muted">{room.summary}</p>
        </div>
        {problem !== undefined && (
          <p class="alert" role="alert">
            <AlertIcon />
            <span>{problem}</span>
          </p>
        )}
        {props.children}
        {link.success_url !== null && (
          <p class="portal-done">
            <a class="button" href={link.success_url}>
              Done
            </a>
          </p>
        )}
      </main>
      <footer class="foot">
        <span class="foot-mark">
          <KeyIcon />
          Latchkey emulator
        </span>
      </footer>
    </>
  )
}

/** A form with one button. */
export const Deed = (props: {
  to: string
  values: Record<string, string>
  label?: string
  children: Child
}) => (
  <form method="post" action={props.to} class="act">
    {Object.entries(props.values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <button type="submit" class="small" aria-label={props.label}>
      {props.children}
    </button>
  </form>
)

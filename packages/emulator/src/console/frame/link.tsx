import { type Child, useContext } from 'hono/jsx'
import { Base } from './base.ts'

/** A link within the console; `to` is e.g. `users/user_1`, and empty for the overview. */
export function Link(props: {
  to: string
  class?: string
  current?: boolean
  label?: string
  children?: Child
}) {
  const base = useContext(Base)
  return (
    <a
      class={props.class}
      href={props.to === '' ? base : `${base}/${props.to}`}
      aria-current={props.current ? 'page' : undefined}
      aria-label={props.label}
    >
      {props.children}
    </a>
  )
}

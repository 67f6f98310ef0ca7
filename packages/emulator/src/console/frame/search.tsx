import { type Child, useContext } from 'hono/jsx'
import { Base } from './base.ts'

/** Looks for something in the room; `/` leads to it. What else narrows the list stands within. */
export function Search(props: {
  to: string
  value: string
  label: string
  placeholder: string
  name?: string
  children?: Child
}) {
  const base = useContext(Base)
  return (
    <search>
      <form method="get" action={`${base}/${props.to}`} class="search">
        <input
          type="search"
          name={props.name ?? 'q'}
          value={props.value}
          aria-label={props.label}
          aria-keyshortcuts="/"
          placeholder={props.placeholder}
          autocomplete="off"
          data-search
        />
        {props.children}
        <button type="submit" class="small">
          Find
        </button>
      </form>
    </search>
  )
}

import type { Child } from 'hono/jsx'

/** What a page says where there is nothing to show: why, and what to do. */
export const Empty = (props: { title: string; children?: Child }) => (
  <div class="empty">
    <strong>{props.title}</strong>
    {props.children}
  </div>
)

/** A word about a state; its colour only repeats what it says. */
export const Badge = (props: { tone?: 'good' | 'warn' | 'bad' | undefined; children: Child }) => (
  <span class={props.tone ? `badge ${props.tone}` : 'badge'}>{props.children}</span>
)

/** An id, selected whole by a click. */
export const Id = (props: { children: string }) => <code class="id">{props.children}</code>

/** A part of a page with its heading. */
export const Section = (props: {
  title: string
  id?: string
  note?: Child
  action?: Child
  children?: Child
}) => (
  <section class="section" id={props.id} aria-labelledby={`${slugOf(props.title)}-title`}>
    <div class="section-head">
      <h2 id={`${slugOf(props.title)}-title`}>{props.title}</h2>
      {props.note && <p class="muted">{props.note}</p>}
      {props.action && <div class="section-action">{props.action}</div>}
    </div>
    {props.children}
  </section>
)

/** Names and what they stand for. */
export const Facts = (props: { facts: readonly (readonly [name: string, value: Child])[] }) => (
  <dl class="facts">
    {props.facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** A column; a `wide` one is left out where there is no room for it. */
export type Column = { name: string; wide?: boolean; hidden?: boolean }

/** A table; what it is of is said to those who cannot see it. */
export const Table = (props: { caption: string; columns: readonly Column[]; children: Child }) => (
  <div class="table">
    <table>
      <caption class="unseen">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map(({ name, wide = false, hidden = false }) => (
            <th scope="col" class={wide ? 'wide' : undefined} key={name}>
              {hidden ? <span class="unseen">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </div>
)

/** A part of the page that is kept up to date while the page is open. */
export const Live = (props: { id: string; children: Child }) => (
  <div data-live={props.id}>{props.children}</div>
)

/** JSON as a person reads it. */
export const Json = ({ value }: { value: unknown }) => (
  // Long lines scroll, which a keyboard must be able to do too.
  <pre class="json" tabindex={0}>
    {JSON.stringify(value, null, 2)}
  </pre>
)

const slugOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

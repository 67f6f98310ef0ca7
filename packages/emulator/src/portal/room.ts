import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Submission } from '../administration/submission.ts'
import type { AppEnv } from '../environment.ts'
import type { Visit } from './visit.ts'

/** What a room shows, and where its forms are sent. */
export type RoomProps = Visit & { action: (deed: string) => string }

/** What a form of a room is for. Throws a `Refusal` for what cannot be had. */
export type Deed = (
  request: Visit & { context: Context<AppEnv>; form: Submission },
) => void | Promise<void>

/** A part of the Admin Portal: what an intent leads to. */
export type Room = {
  title: string
  /** What is done here, in a sentence. */
  summary: string
  Content: (props: RoomProps) => Child
  deeds: Record<string, Deed>
  /** What can be fetched from it. */
  files?: Record<string, (context: Context<AppEnv>, visit: Visit) => Response | Promise<Response>>
}

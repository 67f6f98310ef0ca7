import type { AnyGrantWire, AuthenticateResultWire } from '@latchkey/core/contract'
import type { z } from 'zod'
import type { Environment } from '../../environment.ts'

/** The wire names of the grants that the contract declares. */
export type GrantType = AnyGrantWire['grant_type']

/** The body of one grant. */
export type GrantBody<Type extends GrantType> = Extract<AnyGrantWire, { grant_type: Type }>

/** One way to get tokens. To add one: a file with its schema and what it does, and a line in `grants`. */
export type Grant<Type extends GrantType> = {
  schema: z.ZodType<GrantBody<Type>>
  /** Throws an `ApiError` for whatever the grant refuses. */
  run(environment: Environment, body: GrantBody<Type>): Promise<AuthenticateResultWire>
}

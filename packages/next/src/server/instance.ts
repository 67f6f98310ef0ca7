import { type KitOptions, type KitSource, sourceOf } from '../kit.ts'
import { DEFAULT_BASE_PATH } from '../paths.ts'

/** What the helpers of one `createAuth` share. */
export interface Instance<Declared = unknown> {
  readonly source: KitSource<Declared>
  /** Where the kit's routes are mounted, e.g. `/auth`. */
  readonly basePath: string
}

/** Options of `createAuth`. */
export interface CreateAuthOptions<Declared = unknown> extends KitOptions<Declared> {
  /** Where the kit's routes are mounted; `/auth` for `app/auth/[...latchkey]/route.ts`. */
  readonly basePath?: string
}

/** What options amount to. */
export function instanceOf<Declared>(options: CreateAuthOptions<Declared>): Instance<Declared> {
  return { source: sourceOf(options), basePath: options.basePath ?? DEFAULT_BASE_PATH }
}

import {
  type AppState,
  type ClaimsSchema,
  InputError,
  readBySchema,
  type SchemaIssue,
  validateAppState,
} from '@latchkey/core'

/** What a product sends along through a sign-in, as a Standard Schema. */
export type AppStateSchema<State = unknown> = ClaimsSchema<State>

/** What a link sends along. */
export type SentAppState =
  | { readonly kind: 'sent'; readonly appState: AppState | undefined }
  | { readonly kind: 'refused'; readonly message: string }

/** What a link says, if the product takes it: whoever made the link may have written anything. */
export async function sentAppState(
  schema: AppStateSchema | undefined,
  text: string | null,
): Promise<SentAppState> {
  if (text === null) return { kind: 'sent', appState: undefined }
  if (!schema) return { kind: 'refused', message: 'This product takes no appState.' }
  const appState = appStateIn(text)
  if (appState instanceof InputError) return { kind: 'refused', message: appState.message }
  const reading = await readBySchema(schema, appState)
  return reading.kind === 'valid'
    ? { kind: 'sent', appState }
    : { kind: 'refused', message: `The appState is not as declared: ${told(reading.issues)}` }
}

/**
 * What was sent along, as the schema reads it. A deployment between may have changed the schema; the
 * sign-in counts all the same, as one that sent nothing along.
 */
export async function readAppState(
  schema: AppStateSchema | undefined,
  appState: AppState | undefined,
): Promise<unknown> {
  if (!schema || appState === undefined) return undefined
  const reading = await readBySchema(schema, appState)
  if (reading.kind === 'valid') return reading.value
  console.error(`Latchkey: an appState is not as declared any more: ${told(reading.issues)}`)
  return undefined
}

function appStateIn(text: string): AppState | InputError {
  try {
    const appState = parsed(text) as AppState
    validateAppState(appState)
    return appState
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function told(issues: readonly SchemaIssue[]): string {
  return issues
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ')
}

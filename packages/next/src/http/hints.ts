/**
 * What the proxy tells the pages behind it. No identity travels here: forging a hint changes only
 * what the forger is shown or where the forger is sent.
 */
export const PATH_HINT = 'x-latchkey-path'

/** Set to `1` when WorkOS could not be asked, so that pages do not ask again. */
export const UNAVAILABLE_HINT = 'x-latchkey-unavailable'

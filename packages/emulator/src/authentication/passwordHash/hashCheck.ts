/** Says whether an attempt is the password that a hash was made of. */
export type HashCheck = (attempt: string) => Promise<boolean>

/** Reads a hash; nothing when it is not one that can be imported. */
export type HashReader = (hash: string) => HashCheck | undefined

import { randomInt } from 'node:crypto'

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** An unguessable token in the shape of WorkOS's own: 25 alphanumerics (148 bits). */
export const randomToken = (length = 25): string =>
  Array.from({ length }, () => alphanumeric[randomInt(alphanumeric.length)]).join('')

/** A six-digit code, as emails carry it. */
export const randomCode = (): string => randomInt(1_000_000).toString().padStart(6, '0')

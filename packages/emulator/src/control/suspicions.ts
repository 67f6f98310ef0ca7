import { z } from 'zod'
import type { Environment } from '../environment.ts'
import type { SuspicionRecord } from '../store/authenticationRecords.ts'

/** How Radar makes sure; an SMS without a number makes the person say theirs. */
export const suspicionSchema = z.discriminatedUnion('challenge', [
  z.strictObject({ challenge: z.literal('email') }),
  z.strictObject({ challenge: z.literal('sms'), phoneNumber: z.e164().optional() }),
])

/** Whom Radar suspects, and how it makes sure. */
export type Suspicion = { email: string } & z.output<typeof suspicionSchema>

/** A suspicion to come. */
export type SuspicionWish = { email: string } & z.input<typeof suspicionSchema>

/** Makes Radar ask for a code whenever somebody with the address signs in. */
export function suspect({ store }: Environment, wish: SuspicionWish): Suspicion {
  const id = wish.email.toLowerCase()
  const phone_number = wish.challenge === 'sms' ? (wish.phoneNumber ?? null) : null
  store.suspicions.delete(id)
  return present(store.suspicions.insert({ id, challenge: wish.challenge, phone_number }))
}

/** The addresses that Radar suspects. */
export const listSuspicions = ({ store }: Environment): Suspicion[] =>
  store.suspicions.all().map(present)

/** Makes Radar trust everybody again. */
export function clearSuspicions({ store }: Environment): void {
  store.suspicions.replace([])
}

const present = ({ id, challenge, phone_number }: SuspicionRecord): Suspicion =>
  challenge === 'email'
    ? { email: id, challenge }
    : { email: id, challenge, ...(phone_number !== null && { phoneNumber: phone_number }) }

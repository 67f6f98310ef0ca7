import { ConfigurationError, InputError, LatchkeyError, SignatureError } from '../errors.ts'
import { answer } from './answer.ts'

/**
 * The answer to a request that could not be verified or read. Whatever is not 2xx is delivered
 * again, so a secret that is set too late loses nothing.
 */
export function refusalOf(error: LatchkeyError): Response {
  const { code } = error
  if (error instanceof SignatureError) return answer(400, { code, problem: error.problem })
  const ourFault = error instanceof ConfigurationError || error instanceof InputError
  return answer(ourFault ? 500 : 422, { code })
}

/** Passes an error of the kit on, and throws every other. */
export function asRefusal(error: unknown): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  throw error
}

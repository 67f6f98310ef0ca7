import { type Service, type ServiceOptions, startService } from './service.ts'

/** Why a household came to its end. */
export type Ending =
  | { readonly kind: 'asked' }
  | { readonly kind: 'crashed'; readonly name: string; readonly code: number }

/** Services that live and end together: when one goes, or a signal comes, all go. */
export type Household = {
  /** Aborted when the household is to end, so that no wait outlives it. */
  readonly signal: AbortSignal
  /** Resolves once the household is to end, with the reason. */
  readonly over: Promise<Ending>
  /** Adds a service; an unexpected end of it is the end of the household. */
  readonly start: (options: ServiceOptions) => void
  /** Ends whatever still runs. */
  readonly end: () => Promise<void>
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Opens a household that SIGINT, SIGTERM and SIGHUP end. */
export const openHousehold = (): Household => {
  const services: Service[] = []
  const controller = new AbortController()
  const { promise: over, resolve } = Promise.withResolvers<Ending>()
  const finish = (ending: Ending) => {
    resolve(ending)
    controller.abort()
  }
  for (const signal of signals) process.on(signal, () => finish({ kind: 'asked' }))

  return {
    signal: controller.signal,
    over,
    start: (options) => {
      const service = startService(options)
      services.push(service)
      service.ended.then((code) => finish({ kind: 'crashed', name: options.name, code }))
    },
    end: async () => {
      await Promise.all(services.map((service) => service.end()))
    },
  }
}

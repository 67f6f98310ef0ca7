import type { Context } from '../context.ts'
import type { CoordinatorEvent } from '../events/event.ts'
import { publishEvent } from '../events/publish.ts'

/** Tells of a coordinator's outage, on the console where the product does not listen itself. */
export function tellOfCoordinator(
  context: Pick<Context, 'onEvent' | 'config'>,
  event: CoordinatorEvent,
): void {
  publishEvent(context, () => event)
  if (context.onEvent) return
  console.warn(
    event.outcome === 'unavailable'
      ? `Latchkey: the refresh coordinator does not answer (${event.problem}); until it does, every process refreshes for itself.`
      : `Latchkey: the refresh coordinator answers again, after ${Math.ceil(event.duration / 1000)} s.`,
  )
}

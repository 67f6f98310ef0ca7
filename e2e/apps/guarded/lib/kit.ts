import { describeEvent } from '@latchkey/core'
import { environmentKit } from '@latchkey/next'

/** Everything that the kit decides goes to the log, which the tests search for secrets. */
export const kit = environmentKit({ onEvent: (event) => console.info(describeEvent(event)) })

import { environmentKit } from '@latchkey/next'
import { shared } from './shared.ts'

export const kit = environmentKit(shared(process.env.REDIS_URL))

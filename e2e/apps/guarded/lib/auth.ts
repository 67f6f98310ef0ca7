import { createAuth } from '@latchkey/next'
import { kit } from './kit.ts'

export const { auth, requireAuth } = createAuth({ kit })

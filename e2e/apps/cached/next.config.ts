import type { NextConfig } from 'next'
import { sharedConfig } from '../../../next.config.ts'

/** What create-next-app turns on. */
const config: NextConfig = { ...sharedConfig, cacheComponents: true, partialPrefetching: true }

export default config

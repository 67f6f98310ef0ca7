import type { NextConfig } from 'next'
import { sharedConfig } from '../../../next.config.ts'

const config: NextConfig = { ...sharedConfig, experimental: { authInterrupts: true } }

export default config

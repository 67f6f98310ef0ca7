import type { NextConfig } from 'next'
import { sharedConfig } from '../../../next.config.ts'

const config: NextConfig = { ...sharedConfig }

export default config

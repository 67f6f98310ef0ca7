import type { NextConfig } from 'next'
import { sharedConfig } from '../../../next.config.ts'

const config: NextConfig = { ...sharedConfig, basePath: '/shop' }

export default config

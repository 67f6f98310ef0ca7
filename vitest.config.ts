import { defineConfig } from 'vitest/config'

const coreTests = 'packages/core/test/**/*.test.ts'

// Tests that need the file system, a server or another process cannot run inside the edge runtime;
// they say so in their name.
const nodeOnly = '**/*.node.test.ts'

// Gives every test that asks an emulator of its own.
const emulatorBroker = 'packages/core/test/support/emulatorBroker.ts'

// Modules stay loaded from one file to the next: loading them anew took most of the time. Suites that
// replace modules or keep one kit for a process cannot do this.
const isolate = false

// A busy machine takes its time.
const testTimeout = 60_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: [coreTests],
          globalSetup: emulatorBroker,
          isolate,
          testTimeout,
        },
      },
      {
        test: {
          name: 'core-edge',
          environment: 'edge-runtime',
          include: [coreTests],
          exclude: [nodeOnly],
          globalSetup: emulatorBroker,
          isolate,
          testTimeout,
        },
      },
      {
        test: {
          name: 'next',
          testTimeout,
          include: ['packages/next/test/**/*.test.ts'],
          // Imports next/server without its extension, which Node cannot resolve.
          server: { deps: { inline: ['next-intl'] } },
        },
      },
      {
        test: {
          name: 'next-react',
          testTimeout,
          environment: 'jsdom',
          include: ['packages/next/test/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'emulator',
          include: ['packages/emulator/test/**/*.test.ts'],
          globalSetup: 'packages/emulator/test/support/openApi/setup.ts',
          isolate,
          testTimeout,
        },
      },
      {
        test: { name: 'redis', include: ['packages/redis/test/**/*.test.ts'], testTimeout },
      },
      {
        test: { name: 'scripts', include: ['scripts/test/**/*.test.ts'], testTimeout },
      },
    ],
  },
})

import { defineConfig, devices } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '../reports/playwright.json' },
    ],
  ],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { executablePath, args },
    screenshot: 'only-on-failure',
    // Recording takes a fifth of the time, also of tests that pass.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [{ name: 'chromium' }],
})

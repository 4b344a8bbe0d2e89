import { defineConfig } from '@playwright/test'

/** Runs against a platform that is up: `HOTLINE_URL`, and `HOTLINE_OWNER` as `name=password`. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: 'target/e2e',
  reporter: [['line'], ['junit', { outputFile: 'target/surefire-reports/TEST-console-e2e.xml' }]],
  use: {
    baseURL: process.env.HOTLINE_URL ?? 'http://127.0.0.1:8080',
    locale: 'zh-CN',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.HOTLINE_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})

import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findChromium } from './cli/chromium';

// Workers read this file too, and must come to the same port and folder: the first one sets them.
process.env.E2E_PORT ??= '3939';
process.env.E2E_SMTP_PORT ??= '3925';
process.env.E2E_DATA ??= path.join(os.tmpdir(), `scenesetter-e2e-${process.pid}`);
const address = `http://localhost:${process.env.E2E_PORT}`;

/** Every spec runs in a real Chromium against the production build, started as a user starts it. */
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Several browsers share a machine's two cores with the server that they test.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: address,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: (await findChromium()) ?? undefined,
      args: [
        '--disable-background-networking',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: [
    {
      // Takes the mail that the application sends, and keeps it for the tests to read.
      command: `node cli/bootstrap.mjs mail --port ${process.env.E2E_SMTP_PORT} --into "${process.env.E2E_DATA}-mail"`,
      port: Number(process.env.E2E_SMTP_PORT),
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    },
    {
      command: 'node cli/bootstrap.mjs start',
      url: `${address}/api/health`,
      timeout: 300_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
      // An empty DATABASE_URL keeps an .env from naming a real one.
      env: {
        SCENESETTER_DATA: process.env.E2E_DATA,
        PORT: process.env.E2E_PORT,
        DATABASE_URL: '',
        NEXTAUTH_URL: address,
        SMTP_URL: `smtp://127.0.0.1:${process.env.E2E_SMTP_PORT}`,
        MAIL_FROM: 'Scenesetter <scenesetter@example.org>',
      },
    },
  ],
});

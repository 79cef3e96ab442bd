import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '@/cli/chromium';

/** Starts Chromium without a window; Playwright's own when no other is found. */
export async function launchChromium(): Promise<Browser> {
  const args = ['--disable-background-networking'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: (await findChromium()) ?? undefined, args });
}

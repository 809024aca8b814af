import { describe } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** `describe` of what needs a real browser: skipped, and said so, where there is none. */
export function describeInChromium(name: string, suite: () => void): void {
  const isHere = existsSync(CHROMIUM);
  if (!isHere) process.stderr.write('Skipped: Chromium is not on this machine.\n');
  (isHere ? describe : describe.skip)(name, suite);
}

export async function launchChromium(): Promise<Browser> {
  // Loading it takes longer than most suites, where there is nothing to launch.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
}

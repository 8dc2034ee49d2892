import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Headless, and quiet: no updates, no accounts, no traffic of its own. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param wanted where Chromium is, if somebody said so (CHROMIUM_PATH). @returns null when there is none. */
export function chromiumPath(wanted: string | undefined): string | null {
  return [wanted, '/usr/bin/chromium'].find((path) => path && existsSync(path)) ?? null;
}

/** Starts the Chromium at this path, for pictures and tests of the page. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

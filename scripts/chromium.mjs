#!/usr/bin/env node
// Sees to a browser for `npm run test:e2e`: the one CHROMIUM_PATH names, or Debian's, which is installed where we may. Else it says
// what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['chromium', 'fonts-noto-color-emoji'];
const DEBIANS = '/usr/bin/chromium';

const named = process.env.CHROMIUM_PATH;
if (named && !existsSync(named))
  fail(`There is no browser at CHROMIUM_PATH (${named}). Correct it, or leave it out.`);
if (!named && !existsSync(DEBIANS)) install();

function install() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).error)
    fail(
      `These tests need Chromium, and there is none. Install it (on Debian: sudo apt-get install ${PACKAGES.join(' ')}), or set CHROMIUM_PATH to one that is there. Then run the command again.`,
    );
  console.log('hearback: installing Chromium (once, about a minute) …');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  for (const what of [
    ['update', '-q'],
    ['install', '-qy', '--no-install-recommends', ...PACKAGES],
  ])
    if (spawnSync('apt-get', what, options).status !== 0)
      fail(
        'Chromium could not be installed; the lines above say why. Or set CHROMIUM_PATH to one that is there.',
      );
}

function fail(message) {
  console.error(`hearback: ${message}`);
  process.exit(1);
}

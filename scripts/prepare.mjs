#!/usr/bin/env node
// Makes a fresh clone ready to run: installs the packages of the lock file, then compiles. Needs Node and npm, nothing else.
// Runs before `npm start`, `npm test` and `npm run demo`; does nothing when everything is up to date. With --docs it makes the folder
// of the documentation ready instead, which has packages of its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const forDocs = process.argv.includes('--docs');
const top = dirname(dirname(fileURLToPath(import.meta.url)));
const root = forDocs ? join(top, 'docs') : top;
const lock = readFileSync(join(root, 'package-lock.json'));
const wanted = createHash('sha256').update(lock).update(process.version.split('.')[0]).digest('hex');
const stamp = join(root, 'node_modules', '.hearback-installed');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Hearback needs Node 20.19 or newer; this is ${process.version}. Install a newer one from https://nodejs.org and run the command again.`,
  );
}

if (read(stamp) !== wanted) install();
if (!forDocs && !process.argv.includes('--install-only')) compile();

function install() {
  console.log('hearback: installing packages (once, about a minute) …');
  // Nothing here needs an install script, so none is run.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm(['ci', ...flags]) !== 0) {
    // `npm ci` refuses a lock file in which the registry's platform packages lag behind; `npm install` accepts it.
    console.log('hearback: trying again with npm install …');
    if (npm(['install', '--no-save', ...flags]) !== 0) {
      fail(
        'The packages could not be installed. The lines above say why; is the npm registry reachable from here?',
      );
    }
  }
  writeFileSync(stamp, wanted);
}

function compile() {
  if (!existsSync(join(root, 'node_modules', 'typescript'))) return; // a production image brings dist/ and no compiler
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  if (status !== 0) fail('The program could not be compiled; the lines above say where.');
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  }).status;
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function fail(message) {
  console.error(`hearback: ${message}`);
  process.exit(1);
}

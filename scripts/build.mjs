#!/usr/bin/env node
// Checks the types, then writes the programs into dist/: each a file where its source is, what several share in dist/shared. In one
// piece, with the packages it uses, a program is there in half of the time it takes to look up some thousand files.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is started by a command, forked by a bench, or used compiled by a test. */
const PROGRAMS = [
  'src/main.ts',
  'src/cli/main.ts',
  'src/app.ts',
  'src/config.ts',
  'src/log.ts',
  'src/package-root.ts',
  'src/run.ts',
  'src/store/embedded/start-postgres.ts',
  'sandbox/start.ts',
  'sandbox/demo.ts',
  'sandbox/screenshots.ts',
  'bench/main.ts',
  'bench/program/bare.ts',
  'bench/program/ours.ts',
  'bench/program/tell-parent.ts',
  'bench/pipeline/bolt-bot.ts',
  'reference/main.ts',
  'test/fuzz/main.ts',
  'test/faults/main.ts',
  'test/simulate/main.ts',
  'test/leaks/main.ts',
];

/** Packages that stay where they are. */
const OUTSIDE = [
  // They read files of their own, or begin threads with them; and what has to be the same for them and us.
  'bullmq',
  'ioredis',
  'pg',
  'pino',
  'playwright-core',
  'vega',
  // Read where mail is set up, and where tests want them.
  'fast-check',
  'imapflow',
  'nodemailer',
  // Others use them where they are installed, and do without them.
  'bufferutil',
  'supports-color',
  'utf-8-validate',
  'zlib-sync',
];

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);

const folder = join(root, 'dist');
const { metafile } = await build({
  absWorkingDir: root,
  // An image is built without the tests.
  entryPoints: PROGRAMS.filter((program) => existsSync(join(root, program))),
  outdir: folder,
  outbase: root,
  bundle: true,
  splitting: true,
  chunkNames: 'shared/[hash]',
  external: OUTSIDE,
  platform: 'node',
  format: 'esm',
  // Packages that are no modules ask for Node's own so.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  target: 'node20',
  // Less to read at each start. Names stay, and source maps say where a line comes from.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
});

// What an earlier build left: a program that is gone, or shared code of which every change has a new name.
const written = new Set(Object.keys(metafile.outputs).map((path) => resolve(root, path)));
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && /\.js(?:\.map)?$/.test(entry.name) && !written.has(path)) rmSync(path);
}

import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

/**
 * For each rule a file that breaks it: where it stands, and what it imports (from there). They are planted all at once, so each
 * `x.ts` is given a name of its own.
 */
const PLANTED: Record<string, [file: string, specifier: string]> = {
  'no-circular': ['src/chat/ring-a.ts', './ring-b.ts'],
  'errors-import-texts': ['src/errors.ts', './log.ts'],
  'chat-is-a-language': ['src/chat/x.ts', '../cases/case.ts'],
  'texts-import-nothing': ['src/texts/x.ts', '../log.ts'],
  'policy-knows-no-platform': ['src/policy/x.ts', '../cases/case.ts'],
  'time-is-arithmetic': ['src/time/x.ts', '../log.ts'],
  'cases-are-pure': ['src/cases/x.ts', '../store/store.ts'],
  'replies-know-no-store': ['src/replies/x.ts', '../store/store.ts'],
  'capture-is-pure': ['src/capture.ts', './store/store.ts'],
  'store-knows-no-handler': ['src/store/x.ts', '../handlers/handler.ts'],
  'slack-is-alone': ['src/adapters/slack/x.ts', '../discord/index.ts'],
  'discord-is-alone': ['src/adapters/discord/x.ts', '../slack/index.ts'],
  'email-is-alone': ['src/adapters/email/x.ts', '../slack/index.ts'],
  'record-uses-ports': ['src/record.ts', './store/create-store.ts'],
  'handlers-use-ports': ['src/handlers/x.ts', '../adapters/slack/index.ts'],
  'commands-use-ports': ['src/commands/x.ts', '../queue/index.ts'],
  'digest-uses-ports': ['src/digest.ts', './store/create-store.ts'],
  'transcripts-ask-ports': ['src/transcript/x.ts', '../store/create-store.ts'],
  'charts-are-drawn': ['src/chart/x.ts', '../store/store.ts'],
  'queue-knows-no-handler': ['src/queue/x.ts', '../handlers/deliver.ts'],
  'web-asks-ports': ['src/web/x.ts', '../store/create-store.ts'],
  'trackers-are-alone': ['src/trackers/x.ts', '../store/store.ts'],
  'net-is-alone': ['src/net/x.ts', '../log.ts'],
  'handlers-not-each-other': ['src/handlers/x.ts', './deliver.ts'],
  'commands-not-each-other': ['src/commands/x.ts', './claim.ts'],
  'cases-do-no-io': ['src/cases/x.ts', 'node:fs'],
  'slack-sdk-only-in-its-adapter': ['src/handlers/x.ts', '@slack/bolt'],
  'discord-sdk-only-in-its-adapter': ['src/handlers/x.ts', 'discord.js'],
  'mail-only-in-its-adapter': ['src/handlers/x.ts', 'nodemailer'],
  'bullmq-only-in-the-queue': ['src/handlers/x.ts', 'bullmq'],
  'sql-only-in-the-store': ['src/handlers/x.ts', 'pg'],
  'program-not-to-sandbox': ['src/app.ts', '../sandbox/seed.ts'],
  'not-to-dev-dependency': ['src/web/x.ts', 'fast-check'],
  'not-unresolvable': ['src/web/x.ts', './nowhere.ts'],
};

/** Every file a planted one imports, so that the import can be resolved. */
const TARGETS = [
  'src/log.ts',
  'src/cases/case.ts',
  'src/store/store.ts',
  'src/store/create-store.ts',
  'src/handlers/handler.ts',
  'src/handlers/deliver.ts',
  'src/commands/claim.ts',
  'src/adapters/slack/index.ts',
  'src/adapters/discord/index.ts',
  'src/queue/index.ts',
  'sandbox/seed.ts',
];

const root = process.cwd();
const box = join(root, 'dist', `layers-${process.pid}`);

async function put(file: string, content: string): Promise<void> {
  const path = join(box, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function cruise(): Promise<{ from: string; rule: string }[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    program,
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'src',
    'sandbox',
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: box, maxBuffer: 64_000_000 }, (_error, stdout) => {
      const { summary } = JSON.parse(stdout) as {
        summary: { violations: { from: string; rule: { name: string } }[] };
      };
      resolve(summary.violations.map(({ from, rule }) => ({ from, rule: rule.name })));
    });
  });
}

describe('the layer rules', () => {
  const planted = Object.entries(PLANTED).map(
    ([rule, [file, specifier]]) => [rule, file.replace(/\bx\.ts$/, `${rule}.ts`), specifier] as const,
  );
  let found: { from: string; rule: string }[];

  beforeAll(async () => {
    await put(
      'package.json',
      JSON.stringify({
        type: 'module',
        dependencies: { '@slack/bolt': '*', 'discord.js': '*', bullmq: '*', pg: '*' },
        devDependencies: { 'fast-check': '*' },
      }),
    );
    for (const target of TARGETS) await put(target, 'export {};\n');
    for (const [, file, specifier] of planted) await put(file, `import '${specifier}';\n`);
    await put('src/chat/ring-b.ts', "import './ring-a.ts';\n");
    found = await cruise();
  });
  afterAll(() => rm(box, { recursive: true, force: true }));

  it('are each proved by a violation below', () => {
    expect(Object.keys(PLANTED).toSorted()).toEqual(config.forbidden.map(({ name }) => name).toSorted());
    const files = [...planted.map(([, file]) => file), ...TARGETS];
    expect(files).toHaveLength(new Set(files).size);
  });

  it.each(planted)('finds what breaks %s', (rule, from) => {
    expect(found).toContainEqual({ from, rule });
  });
});

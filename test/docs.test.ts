import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseCommandText, usageOf } from '../src/chat/command-text.ts';
import type { Allow } from '../src/commands/desk/command.ts';
import { commands } from '../src/commands/index.ts';
import { textsIn } from '../src/texts/index.ts';
import { createMetrics } from '../src/web/metrics.ts';
import { blocks, found, read, source } from './support/documents.ts';

const DOCUMENTS = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...['docs', 'docs/reference'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`),
  ),
];

const WHO: Record<Allow, string> = {
  anyone: 'everybody',
  flaggers: 'flaggers, staff',
  readers: 'departments, staff, readers',
  departments: 'departments, staff',
  staff: 'staff',
  leads: 'leads',
};

describe('the commands', () => {
  it('are all in the README, as they are listed with the platforms, and no other', () => {
    const rows = [...read('README.md').matchAll(/^\| `(\/feedback [^`]+)` \| (.+?) \| (.+?) \|$/gm)];

    expect(rows.map(([, usage, summary, who]) => ({ usage, summary, who }))).toEqual(
      commands.map((command) => ({
        usage: usageOf(command),
        summary: command.summary(textsIn('en')),
        who: WHO[command.allow],
      })),
    );
  });

  const sections = read('docs/commands.md')
    .split(/^## /m)
    .slice(1)
    .filter((section) => section.startsWith('`/feedback'));
  const sectionOf = (name: string) =>
    sections.find((section) => new RegExp(`^\`/feedback ${name}\\b`).test(section)) ?? '';

  it('each have a section in docs/commands.md, with who may use them and every option', () => {
    const documented = sections.map((section) => ({
      usage: /^`([^`]+)`/.exec(section)?.[1],
      summary: section.split('\n')[2],
      who: /^\*\*Who:\*\* (.+?) · /m.exec(section)?.[1],
      options: [...section.matchAll(/^\| `([a-z-]+)` \| \S/gm)].map(([, option]) => option),
    }));

    expect(documented).toEqual(
      commands.map((command) => ({
        usage: usageOf(command),
        summary: `${command.summary(textsIn('en'))}.`,
        who: WHO[command.allow],
        options: command.options.map(({ name }) => name),
      })),
    );
  });

  it.each(commands.map(({ name }) => name))('%s has an example that can be typed', (name) => {
    const examples = [...sectionOf(name).matchAll(/^```text\n([\s\S]*?)^```/gm)].flatMap(([, lines = '']) =>
      lines.trim().split('\n'),
    );

    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(parseCommandText(example.replace(/^\/feedback /, ''), commands)).toMatchObject({ name });
    }
  });

  it('name every button that stands for them', () => {
    const cards = source('src/cases/cards');
    const labels: Readonly<Record<string, unknown>> = textsIn('en').cards.buttons;
    const pairs = [
      ...cards.matchAll(/[bB]utton\((?:[\w.]*buttons\.|')(\w+)'?, '(\w+)'/g),
      ...cards.matchAll(/label: [\w.]*buttons\.(\w+),\s+style: '\w+',\s+invoke: \{ command: '(\w+)'/g),
      ...cards.matchAll(
        /placeholder: [\w.]*buttons\.(\w+)(?:(?!\n\}\n)[\s\S])*?invoke: \{ command: '(\w+)'/g,
      ),
    ].flatMap(([, name = '', command = '']) => {
      const label = labels[name];
      return typeof label === 'string' ? [{ label, command }] : [];
    });

    expect(pairs.length).toBeGreaterThan(15);
    for (const { label, command } of pairs) expect(sectionOf(command)).toContain(`*${label}*`);
  });
});

describe('docs/metrics.md', () => {
  it('has every metric there is, and none of ours that is not', async () => {
    const { text } = await createMetrics(
      async () => ({ waiting: 0, dead: 0, oldestWaitingS: 0, fileBytes: 0 }),
      () => ({ putOff: 0, limited: 0 }),
      async () => ({ held: 0, shards: 0, unheard: [] }),
    ).read();
    const existing = found(/^# TYPE (\w+)/gm, text);
    const documented = found(/^\| `(\w+)` \|/gm, read('docs/metrics.md'));
    const ours = (names: string[]) => names.filter((name) => name.startsWith('hearback_'));

    expect(ours(documented)).toEqual(ours(existing));
    // Some of Node's exist on Linux only.
    expect(documented).toEqual(expect.arrayContaining(existing));
    expect(documented.filter((name) => !/^(hearback|process|nodejs)_/.test(name))).toEqual([]);
    expect(existing).toEqual(
      expect.arrayContaining(found(/\b(hearback_\w+_\w+)\b/g, blocks('docs/metrics.md', 'yaml').join(''))),
    );
  });

  it('has the labels and the type of each', async () => {
    const metrics = createMetrics(
      async () => ({ waiting: 0, dead: 0, oldestWaitingS: 0, fileBytes: 0 }),
      () => ({ putOff: 0, limited: 0 }),
      async () => ({ held: 0, shards: 0, unheard: [] }),
    );
    metrics.events.inc({ platform: 'slack', meaning: 'flag' });
    metrics.commands.inc({ platform: 'slack', command: 'help', outcome: 'answered' });
    metrics.deadLetters.inc({ kind: 'deliver', code: 'TARGET_GONE' });
    const { text } = await metrics.read();

    const rows = [...read('docs/metrics.md').matchAll(/^\| `(hearback_\w+)` \| (\w+) \| (.*?) ?\| /gm)];
    expect(rows.length).toBeGreaterThan(0);
    for (const [, name = '', type, labels = ''] of rows) {
      expect(text).toContain(`# TYPE ${name} ${type}\n`);
      const sample = new RegExp(`^${name}(?:\\{(.*)\\})? `, 'm').exec(text)?.[1] ?? '';
      expect(found(/`(\w+)`/g, labels)).toEqual(found(/(\w+)="/g, sample));
    }
  });
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);

  it('links only to what is there', () => {
    const targets = found(
      /\]\(([^)\s]+)\)/g,
      text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, ''),
    );
    const broken = targets
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const there = file ? join(dirname(path), file) : path;
        return (
          relative('.', there).startsWith('..') ||
          !existsSync(there) ||
          (anchor !== undefined && !anchorsOf(there).includes(anchor))
        );
      });

    expect(broken).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = found(/\bnpm (?:run(?: --silent)? ([a-z][\w:-]*)|(start|test)\b)/g, text);

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** The headings of a document as GitHub makes addresses of them. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

describe('the README', () => {
  it('shows the program at work and names the commands a newcomer needs', () => {
    const text = read('README.md');

    expect(text).toMatch(/!\[[^\]]{20,}\]\(docs\/images\/\w[\w-]*\.png\)/);
    for (const command of ['npm start', 'npm test', 'npm run demo']) expect(text).toContain(command);
  });

  it('leads to every other document, itself or by those it leads to', () => {
    const reached = new Set(['README.md']);
    // What is added meanwhile is looked at as well.
    for (const path of reached) {
      const linked = found(/\]\((?!https?:)([^)#\s]+\.md)/g, read(path));
      for (const target of linked.map((each) => join(dirname(path), each)))
        if (existsSync(target)) reached.add(target);
    }

    expect(DOCUMENTS.filter((path) => !reached.has(path))).toEqual([]);
  });
});

describe('the changelog', () => {
  it('has an entry for this version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };

    expect(read('CHANGELOG.md')).toContain(`## [${version}] - `);
  });
});

interface Rule {
  name: string;
  from: { path?: string };
  to: { pathNot?: readonly string[] | string };
}

describe('docs/architecture.md', () => {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] };
  const text = read('docs/architecture.md').split('## Rooms')[1]!.split('## Adding')[0]!;
  /** `^src/policy/(schema|lookup)\.ts$` as people write it. */
  const plain = (pattern: string) =>
    pattern
      .replace(/^\^src\//, '')
      .replaceAll('\\.', '.')
      .replace('[a-z-]+', '*')
      .replace(/\$$/, '')
      .replace(/\((.+)\)/, (_, names: string) => `{${names.replaceAll('|', ',')}}`);

  it('says of every room what it may import, as the rules do', () => {
    const rooms = forbidden.filter(({ to }) => Array.isArray(to.pathNot));
    const rows = [...text.matchAll(/^\| `([^`]+)` \| `([\w-]+)` \| (.+) \|$/gm)];

    expect(rooms.length).toBeGreaterThan(10);
    expect(
      rows.map(([, room, rule, allowed = '']) => ({ room, rule, allowed: found(/`([^`]+)`/g, allowed) })),
    ).toEqual(
      rooms.map(({ name, from, to }) => ({
        room: plain(from.path ?? ''),
        rule: name,
        allowed: (to.pathNot as string[]).slice(1).map(plain).toSorted(),
      })),
    );
  });

  it('names every other rule', () => {
    for (const { name } of forbidden) expect(text).toContain(`\`${name}\``);
  });
});

describe('SECURITY.md', () => {
  it('names a test that is there for every line of the threat model', () => {
    const rows = read('SECURITY.md').split('## Threat model')[1]!.split('\n## ')[0]!.split('\n');
    const shown = rows.filter((row) => row.startsWith('|') && !row.includes('---')).slice(1);

    expect(shown.length).toBeGreaterThan(8);
    for (const row of shown) {
      const tests = found(/`(test\/[^`]+)`/g, row);
      expect([row, tests.length]).not.toEqual([row, 0]);
      for (const path of tests)
        expect([path, existsSync(path) || existsSync(`${path}.test.ts`)]).toEqual([path, true]);
    }
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { explanations } from '../reference/comments.ts';
import { keyRows } from '../reference/key-rows.ts';
import { plain, table } from '../reference/markdown.ts';
import { referenceFiles } from '../reference/pages.ts';
import { pingMessage, webhookMessage } from '../reference/webhook-message.ts';
import { webhookPayload } from '../src/cases/programs/webhook-payload.ts';
import { policySchema } from '../src/policy/schema.ts';
import { aFile, HANDLER, NOW, policy, workspace } from './support/factories.ts';
import { blocks, read } from './support/documents.ts';

describe('docs/reference', () => {
  const made = referenceFiles('.');

  it.each([...made.keys()])('%s is what `npm run reference` makes now', (name) => {
    // Red? The program changed: run `npm run reference`, and look at what is different.
    expect(read(`docs/reference/${name}`)).toBe(made.get(name));
  });

  it('has no page that is not made', () => {
    expect(readdirSync('docs/reference').toSorted()).toEqual([...made.keys()].toSorted());
  });
});

describe('the policy reference', () => {
  const rows = keyRows(policySchema);
  const rowAt = (path: string) => rows.find((row) => row.path.join('.') === path);

  it('has a row for every key hearback.example.yaml uses', () => {
    const names = new Set(rows.flatMap(({ path }) => path.at(-1)!.split(/[<>, ]+/)));
    const used: string[] = [];
    const walk = (value: unknown, depth: number): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (depth === 0 || ['departments', 'roles'].includes(key)) used.push(key);
        walk(inner, depth + 1);
      }
    };
    walk(parse(read('hearback.example.yaml')), 0);

    expect(used.length).toBeGreaterThan(15);
    expect(used.filter((key) => !names.has(key))).toEqual([]);
  });

  it('says what a key takes, and what counts without it', () => {
    expect(rowAt('undoWindow')).toMatchObject({ value: 'a length of time', fallback: '`30s`' });
    expect(rowAt('topics.duplicates')).toMatchObject({
      value: '`false`, or a length of time',
      fallback: '`1w`',
    });
    expect(rowAt('contextMessages')).toMatchObject({ value: 'a whole number, 0 to 20', fallback: '`5`' });
    expect(rowAt('retention.closed')).toMatchObject({ fallback: '`forever`', isNeeded: false });
    expect(rowAt('issues.<key>.site')).toMatchObject({ isNeeded: true });
    expect(rowAt('issues.<key>.site')!.value).toMatch(/only for `type` `jira`$/);
    expect(rowAt('workspaces')).toMatchObject({ isNeeded: true, fallback: '' });
  });

  it('tells names that take the same keys once', () => {
    const paths = rows.map(({ path }) => path.join('.'));

    expect(paths).toContain('severities.<low, normal, high, urgent>.firstResponse');
    expect(paths.filter((path) => path.endsWith('firstResponse'))).toHaveLength(2);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('takes its words from the lines above a key, and nowhere else', () => {
    const explain = explanations(
      '# A header.\n\n# The first.\n# Goes on.\nfirst: 1 # not this\nmap:\n  # Inside.\n  #   auto   at once\n  inner: { deep: 1 }\n',
    );

    expect(explain(['first'])).toBe('The first. Goes on.');
    expect(explain(['map', 'inner'])).toBe('Inside.\n`auto`: at once');
    expect(explain(['map', 'inner', 'deep'])).toBe('');
    expect(explain(['map'])).toBe('');
  });
});

describe('the Markdown of it', () => {
  it('cannot be broken by what it says', () => {
    expect(table(['a'], [['x | y\nz']])).toBe('| a |\n|---|\n| x \\| y<br>z |');
    expect(plain('`<key>` and <script>, see docs/email.md')).toBe(
      '`<key>` and &lt;script>, see [email](../email.md)',
    );
  });
});

describe('the schema of webhooks', () => {
  const [webhook] = policySchema.shape.webhooks.parse([
    { name: 'board', url: 'https://board.example.org', secretEnv: 'BOARD_SECRET', include: 'text' },
  ]);
  const happened = {
    type: 'case.routed',
    action: 'routed',
    actorId: HANDLER,
    detail: { department: 'qa' },
    at: NOW,
  };

  it('has everything that is really sent, and nothing else', () => {
    const sent = webhookPayload(happened, aFile({ departments: ['qa'] }), webhook!, workspace, policy);

    expect(webhookMessage.parse(sent)).toEqual(sent);
  });

  it('is that of the message docs/webhooks.md shows', () => {
    const shown: unknown = JSON.parse(blocks('docs/webhooks.md', 'json')[0]!);

    expect(webhookMessage.parse(shown)).toEqual(shown);
  });

  it('knows the message of a test', () => {
    const sent = { type: 'ping', version: 1, timestamp: NOW.toISOString(), data: {} };

    expect(pingMessage.parse(sent)).toEqual(sent);
  });
});

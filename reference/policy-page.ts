import { UNSAID } from '../src/policy/playbook-schema.ts';
import { policySchema } from '../src/policy/schema.ts';
import { explanations } from './comments.ts';
import { keyRows, type KeyRow } from './key-rows.ts';
import { code, plain, table } from './markdown.ts';
import type { Page } from './page.ts';

const INTRO = `Every key of \`hearback.yaml\`: what it takes, what counts without it, and what it means. The words are those of \`hearback.example.yaml\`, which shows them in one file; [configuration](../configuration.md) explains them in context.

- \`[]\` in a key stands for each entry of a list, \`<key>\` for a name you choose, \`<each>\` for each of several names that take the same keys.
- A length of time is written \`30s\`, \`15m\`, \`4h\`, \`3d\`, \`1w\`, or together: \`1h 30m\`.
- *needed*: Hearback does not start without it, where what it belongs to is there.`;

/** @param example hearback.example.yaml @throws when it does not explain a key */
export function policyPage(example: string): Page {
  const explain = explanations(example);
  const all = keyRows(policySchema);
  const body = Object.keys(policySchema.shape).map((key) => {
    const rows = all
      .filter(({ path }) => path[0] === key)
      .map((row) => [keyName(row), row.value, withoutIt(row), plain(explained(row, explain))]);
    return [`## ${key}`, table(['key', 'takes', 'without it', 'meaning'], rows)].join('\n\n');
  });
  return {
    name: 'policy',
    title: 'Policy reference',
    about: 'every key of `hearback.yaml`',
    body: [INTRO, ...body].join('\n\n'),
  };
}

function keyName({ path }: KeyRow): string {
  return code(
    path
      .map((part) => (part.includes(', ') ? '<each>' : part))
      .join('.')
      .replaceAll('.[]', '[]'),
  );
}

function explained({ path }: KeyRow, explain: (path: readonly string[]) => string): string {
  const words = explain(path);
  if (words === '')
    throw new Error(`hearback.example.yaml explains ${path.join('.')} nowhere: write a line above it`);
  return words;
}

/** What a kind leaves out is its playbook's to say. */
function withoutIt({ path, fallback, isNeeded }: KeyRow): string {
  if (isNeeded) return '*needed*';
  const [section, , key = ''] = path;
  if (section !== 'kinds' || path.length !== 3 || !(key in UNSAID)) return fallback;
  const unsaid = UNSAID[key as keyof typeof UNSAID];
  const shown = typeof unsaid === 'string' || typeof unsaid === 'boolean' ? `, else \`${unsaid}\`` : '';
  return `as its playbook${shown}`;
}

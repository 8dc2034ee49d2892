import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { keysAt } from '../../src/policy/keys.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { playbookName } from '../../src/policy/lookup.ts';
import { playbookSchema } from '../../src/policy/playbook-schema.ts';
import { playbookTexts, readPlaybooks } from '../../src/policy/playbooks.ts';
import { AROUND } from './factory.ts';

const playbooks = readPlaybooks(playbookTexts('playbooks'), AROUND.names ?? null);
const text = readFileSync('docs/playbooks.md', 'utf8');

/** The cells of every row that begins with something in backticks, below a heading. */
function rowsBelow(heading: string): string[][] {
  const section = text.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| (\[?`.*) \|$/gm)].map(([, row = '']) => row.split(/ ?\| ?/));
}

function inTicks(cell: string | undefined): string | undefined {
  return /`([^`]+)`/.exec(cell ?? '')?.[1];
}

/** Every field of a playbook, those inside another with its name in front: `keepOut.accused`. */
function fields(path: string[] = []): string[] {
  return keysAt(playbookSchema, path).flatMap((key) => {
    const inner = fields([...path, key]);
    return inner.length > 0 ? inner : [[...path, key].join('.')];
  });
}

describe('the playbooks that ship', () => {
  it('have no faults, and templates and details that exist', () => {
    expect(playbooks.faults).toEqual([]);
  });

  it('are called what people read, in their language, and by their file where there is none', async () => {
    const policy = await loadPolicy('hearback.example.yaml', AROUND);
    const called = (key: string, language: string) =>
      playbookName(policy, policy.workspaces[0]!, key, language);
    expect([called('product', 'fr'), called('product', 'en'), called('gone', 'fr')]).toEqual([
      'Produit ou service',
      'Product or service',
      'gone',
    ]);
  });

  it('are all used by the example policy, but for the one that adds itself', async () => {
    const { kinds, overlays } = await loadPolicy('hearback.example.yaml', AROUND);
    const used = new Set(Object.values(kinds).map(({ playbook }) => playbook));

    expect(playbooks.names().filter((name) => !used.has(name))).toEqual(['frequent']);
    expect(overlays).toMatchObject([{ key: 'frequent', when: { earlierCases: 3, within: 90 * 86_400_000 } }]);
  });

  it('keep complaints about people in private, away from whom they are about', async () => {
    const { kinds } = await loadPolicy('hearback.example.yaml', AROUND);

    expect(kinds).toMatchObject({
      staff: { answer: 'private', audience: 'leads', keepOut: { accused: true }, route: [] },
      member: { answer: 'private', keepOut: { accused: true }, recommend: { to: 'triage' } },
      unsatisfied: { keepOut: { previousHandlers: true }, keepHandler: true },
      'not-legitimate': { answer: 'never', gift: 'never' },
    });
    expect(kinds['staff']?.checklist).toContainEqual(
      expect.objectContaining({ en: 'Apology by the person concerned' }),
    );
  });

  it.each(playbookTexts('playbooks'))('$file begins with what it is for', ({ text: source }) => {
    expect(source).toMatch(/^# \p{Lu}/u);
  });
});

describe('docs/playbooks.md', () => {
  it('explains every field of a playbook, and no other', () => {
    expect(rowsBelow('What can be in one').map(([field]) => inTicks(field))).toEqual(fields());
  });

  it('lists every playbook with how it answers and where it goes, and no other', () => {
    const listed = rowsBelow('The ten that ship').map(([name, , answer, departments]) => ({
      name: inTicks(name),
      answer: inTicks(answer) ?? null,
      departments,
    }));
    const shipped = playbooks.names().map((name) => {
      const said = playbooks.said(name)?.values ?? {};
      const list = (field: string) => [said[field] ?? []].flat().map(String).join(', ');
      const then = list('next') && `then ${list('next')}`;
      const departments = [list('route'), then].filter(Boolean).join(', ') || 'none';
      return { name, answer: said['answer'] ?? null, departments };
    });

    expect(listed).toHaveLength(shipped.length);
    expect(listed).toEqual(expect.arrayContaining(shipped));
  });

  it('has an example of your own that can be used', () => {
    const [, example = ''] = /^```yaml\n(# Feedback on[\s\S]*?)^```/m.exec(text) ?? [];
    const own = readPlaybooks([{ file: 'playbooks/event.yaml', text: example }], AROUND.names ?? null);

    expect(own.faults).toEqual([]);
    expect(own.said('event')?.values).toMatchObject({ route: ['marketing'] });
  });
});

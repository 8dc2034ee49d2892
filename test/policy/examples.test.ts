import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { discordSeed, slackSeed, type Seed } from '../../sandbox/seed.ts';
import { nativeId } from '../../src/chat/ref.ts';
import { keysAt } from '../../src/policy/keys.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { internalChannels, workspaceOf } from '../../src/policy/lookup.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { AROUND } from './factory.ts';

/** Where the schema has keys → the keys the file uses there, in at least one place. Maps people name are `*`. */
function usedKeys(
  value: unknown,
  path: (string | number)[] = [],
  found = new Map<string, { allowed: string[]; used: Set<string> }>(),
) {
  if (typeof value !== 'object' || value === null) return found;
  const allowed = keysAt(policySchema, path);
  const general = path
    .map((_, depth) => (keysAt(policySchema, path.slice(0, depth)).length > 0 ? path[depth] : '*'))
    .join('.');
  const here = found.get(general) ?? { allowed, used: new Set() };
  found.set(general, here);
  for (const [key, inner] of Object.entries(value)) {
    here.used.add(key);
    usedKeys(inner, [...path, Array.isArray(value) ? Number(key) : key], found);
  }
  return found;
}

describe('hearback.example.yaml', () => {
  const written = readFileSync('hearback.example.yaml', 'utf8');
  /** With what it shows switched off. */
  const text = written.replaceAll(/^#: /gm, '');

  it.each([
    ['as it is', written],
    ['with all it shows switched on', text],
  ])('can be used %s', async (_, file) => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-example-'));
    writeFileSync(join(folder, 'hearback.yaml'), file);
    const policy = await loadPolicy(join(folder, 'hearback.yaml'), AROUND);
    rmSync(folder, { recursive: true });

    expect(policy.workspaces.map(({ id }) => id)).toEqual(['slack:T0123ABCD', 'discord:1122334455667788990']);
    expect(policy.webhooks.length + Object.keys(policy.issues).length).toBe(file === text ? 3 : 0);
  });

  it('has every key of the schema', () => {
    const places = [...usedKeys(parse(text))].filter(([, { allowed }]) => allowed.length > 0);

    expect(places.map(([place]) => place)).toEqual(
      expect.arrayContaining([
        '',
        'kinds.*',
        'severities.low',
        'ladder',
        'files',
        'workspaces.*',
        'workspaces.*.roles.lead',
        'workspaces.*.departments.*',
      ]),
    );
    for (const [place, { allowed, used }] of places) {
      // A role takes the same three keys as every other, and holidays are the same everywhere; one that has them all is enough.
      const isRole = /roles\.\w+$/.test(place) && !place.endsWith('flagger');
      const isAgain = isRole || /^workspaces.*holidays$/.test(place);
      expect({ place, missing: isAgain ? [] : allowed.filter((key) => !used.has(key)) }).toEqual({
        place,
        missing: [],
      });
    }
  });

  it('explains every key in the line above its first use', () => {
    const lines = text.split('\n');
    const schemaKeys = new Set([...usedKeys(parse(text)).values()].flatMap(({ allowed }) => allowed));
    // The severities are explained together, and so are the three ways to name people for a role.
    const together = ['low', 'normal', 'high', 'urgent', 'everyone'];
    const unexplained = [...schemaKeys].filter((key) => {
      const first = lines.findIndex((line) => line.trim().replace(/^- /, '').startsWith(`${key}:`));
      return (
        !together.includes(key) &&
        !['people', 'groups'].includes(key) &&
        !lines[first - 1]?.trim().startsWith('#')
      );
    });

    expect(unexplained).toEqual([]);
  });
});

describe('sandbox/hearback.yaml', () => {
  const communities: [string, Seed][] = [
    [`slack:${slackSeed.id}`, slackSeed],
    [`discord:${discordSeed.id}`, discordSeed],
  ];

  it('can be used as it is', async () => {
    const policy = await loadPolicy('sandbox/hearback.yaml', AROUND);

    expect(policy.workspaces.map(({ id }) => id)).toEqual(communities.map(([id]) => id));
  });

  it.each(communities)('names people, groups and private channels that are there in %s', async (id, seed) => {
    const workspace = workspaceOf(await loadPolicy('sandbox/hearback.yaml', AROUND), id)!;
    const parties = [...Object.values(workspace.roles), ...Object.values(workspace.departments)];

    expect(nativeId(workspace.id)).toBe(seed.id);
    expect(workspace.name).toBe(seed.name);
    expect(seed.people.map((person) => person.id)).toEqual(
      expect.arrayContaining([workspace.handler, ...parties.flatMap(({ people }) => people)]),
    );
    expect(seed.groups.map((group) => group.id)).toEqual(
      expect.arrayContaining(parties.flatMap(({ groups }) => groups)),
    );
    const closed = seed.channels.filter(
      ({ isPrivate, members }) => isPrivate && members.includes(seed.bot.id),
    );
    expect(closed.map((channel) => channel.id)).toEqual(
      expect.arrayContaining([...internalChannels(workspace)]),
    );
  });

  it('answers what is safe to answer at once, what wants care after a click, and complaints about people in private', async () => {
    const { kinds } = await loadPolicy('sandbox/hearback.yaml', AROUND);

    expect(Object.fromEntries(Object.entries(kinds).map(([key, { answer }]) => [key, answer]))).toEqual({
      feedback: 'auto',
      praise: 'auto',
      defect: 'auto',
      refund: 'draft',
      staff: 'private',
      member: 'private',
      unsatisfied: 'draft',
      suggestion: 'auto',
      'not-legitimate': 'never',
      question: 'auto',
    });
  });
});

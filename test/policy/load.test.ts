import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadPolicy, parsePolicy } from '../../src/policy/load.ts';
import { linesOf, policyYaml } from './factory.ts';
import { temporaryFolder } from '../support/folder.ts';

function fileWith(content: string | Uint8Array): string {
  const path = join(temporaryFolder(), 'hearback.yaml');
  writeFileSync(path, content);
  return path;
}

async function faultsIn(path: string): Promise<string[]> {
  return linesOf(await loadPolicy(path).catch((error: unknown) => error));
}

describe('a policy that can be used', () => {
  it('has its defaults filled in', () => {
    const policy = parsePolicy(policyYaml(), 'hearback.yaml');

    expect(policy).toMatchObject({
      prefix: 'FB',
      language: 'en',
      timeZone: 'UTC',
      kinds: { feedback: { severity: 'normal', answer: 'none', steps: [], route: [], details: [] } },
      undoWindow: 30_000,
      files: { maxBytes: 10_485_760, maxTotalBytes: 21_474_836_480 },
      contextMessages: 5,
      workspaces: [
        { watch: 'all', departments: {}, roles: { lead: { everyone: false, people: [], groups: [] } } },
      ],
    });
  });

  it('has lengths of time as milliseconds', () => {
    const { severities, ladder } = parsePolicy(policyYaml(), 'hearback.yaml');

    expect(severities.urgent).toEqual({ firstResponse: 900_000, updateDue: 14_400_000 });
    expect(ladder.lead).toBe(14_400_000);
  });

  it('keeps Discord ids digit by digit without quotes', () => {
    const workspace =
      '    triage: 1122334455667788990\n    watch: [1122334455667788991]\n    roles: { flagger: { people: [1122334455667788993] } }';
    const [found] = parsePolicy(policyYaml({ workspace }), 'hearback.yaml').workspaces;

    expect(found).toMatchObject({
      triage: '1122334455667788990',
      watch: ['1122334455667788991'],
      roles: { flagger: { people: ['1122334455667788993'] } },
    });
  });

  it('has emojis as events carry them', () => {
    const yaml = policyYaml().replace(
      '🚩: feedback',
      '":bug:": feedback, ❤️: feedback, 👍🏽: feedback, ":Ours:": feedback',
    );

    expect(Object.keys(parsePolicy(yaml, 'hearback.yaml').emojis)).toEqual(['🐛', '❤', '👍', ':Ours:']);
  });

  it('cannot be changed, and has no keys nobody wrote', () => {
    const { kinds, emojis, workspaces } = parsePolicy(policyYaml(), 'hearback.yaml');

    expect(Object.isFrozen(kinds['feedback'])).toBe(true);
    expect([kinds['constructor'], emojis['toString'], workspaces[0]?.departments['valueOf']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('may leave a value out behind its key, begin with a byte order mark, have Windows line ends and share parts by alias', () => {
    const yaml = policyYaml({
      top: '\uFEFFprefix:\n',
      workspace:
        '    triage: C1\n    departments:\n    roles: { flagger: &all { everyone: true }, lead: *all }',
    });
    const policy = parsePolicy(yaml.replaceAll('\n', '\r\n'), 'hearback.yaml');

    expect(policy).toMatchObject({
      prefix: 'FB',
      workspaces: [{ departments: {}, roles: { lead: { everyone: true } } }],
    });
  });
});

describe('loadPolicy', () => {
  it('reads a file', async () => {
    const policy = await loadPolicy(fileWith(policyYaml({ top: 'prefix: CARE' })));

    expect(policy.prefix).toBe('CARE');
  });

  it('names the file and the place of a fault', async () => {
    expect(await faultsIn(fileWith(policyYaml({ top: 'prefix: 1' })))).toEqual([
      expect.stringMatching(/^hearback\.yaml:1:9 {2}prefix/),
    ]);
  });

  it.each<[string, () => string, RegExp]>([
    [
      'there is none',
      () => '/nowhere/hearback.yaml',
      /hearback\.yaml {2}does not exist; copy hearback\.example\.yaml to it/,
    ],
    ['it is a folder', () => tmpdir(), /is a folder; name the policy file in HEARBACK_CONFIG/],
    [
      'it is not UTF-8',
      () => fileWith(Buffer.from([0x70, 0xe6, 0x0a])),
      /is not UTF-8 text; save it as UTF-8/,
    ],
    [
      'it is too long',
      () => fileWith(`# ${'x'.repeat(1_048_576)}`),
      /has 1048578 bytes; a policy has at most 1048576/,
    ],
  ])('says what to do when %s', async (_, path, expected) => {
    expect(await faultsIn(path())).toEqual([expect.stringMatching(expected)]);
  });
});

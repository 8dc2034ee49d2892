import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadPolicy, parsePolicy } from '../../src/policy/load.ts';
import { kindOf } from '../../src/policy/lookup.ts';
import { readPlaybooks } from '../../src/policy/playbooks.ts';
import { UNSAID } from '../../src/policy/playbook-schema.ts';
import { temporaryFolder } from '../support/folder.ts';
import { faultsOf, policyYaml } from './factory.ts';

const file = (name: string, text: string) => ({ file: `playbooks/${name}.yaml`, text });

const QA = `    triage: C1
    roles: { flagger: { everyone: true } }
    departments: { qa: { name: QA, channel: C2 } }`;

/** The kind `feedback` of a policy that names the playbook `product`. */
function feedback(kind: string, ...playbooks: ReturnType<typeof file>[]) {
  const yaml = policyYaml({
    kinds: `  feedback: { name: Feedback, playbook: product${kind} }`,
    workspace: QA,
  });
  return kindOf(parsePolicy(yaml, 'hearback.yaml', null, readPlaybooks(playbooks, null)), 'feedback');
}

function faults(kind: string, ...playbooks: ReturnType<typeof file>[]): string[] {
  const yaml = policyYaml({
    kinds: `  feedback: { name: Feedback, playbook: product${kind} }`,
    workspace: QA,
  });
  return faultsOf(yaml, ['apologise', 'thank'], playbooks);
}

const PRODUCT = file(
  'product',
  `name: Product\nanswer: auto\nsteps: [apologise]\nseverity: high\nclocks: { firstResponse: 2h }\nroute: [qa]\n`,
);

describe('a kind with a playbook', () => {
  it('has what the playbook says, what itself says counting more, and the usual for the rest', () => {
    expect(feedback(', severity: low', PRODUCT)).toEqual({
      ...UNSAID,
      name: 'Feedback',
      playbook: 'product',
      answer: 'auto',
      steps: ['apologise'],
      severity: 'low',
      clocks: { firstResponse: 7_200_000 },
      route: ['qa'],
    });
  });

  it('has what the playbook leaves out from the one that extends', () => {
    const mild = file('mild', 'name: Mild\nextends: calm\nseverity: low\nsteps: [thank]\n');
    const calm = file('calm', 'name: Calm\nseverity: urgent\nanswer: private\n');
    const product = file('product', 'name: Product\nextends: mild\nsteps: [apologise]\n');

    expect(feedback('', product, mild, calm)).toMatchObject({
      steps: ['apologise'],
      severity: 'low',
      answer: 'private',
    });
  });
});

describe('what is wrong with playbooks is told with file, line and column', () => {
  it.each([
    [
      'a kind that names one there is not',
      faults('', file('produce', 'name: Produce\nsteps: [thank]\nanswer: auto\n')),
      [
        'hearback.yaml:4:41  kinds.feedback.playbook: there is no playbook "product"; did you mean "produce"?',
      ],
    ],
    [
      'a template there is not',
      faults('', file('product', 'name: Product\nsteps:\n  - apologize\n')),
      ['playbooks/product.yaml:3:5  steps[0]: there is no template "apologize"; did you mean "apologise"?'],
    ],
    [
      'a detail there is not',
      faults('', file('product', 'name: Product\nsteps: [thank]\ndetails: [versoin, in your own words]\n')),
      ['playbooks/product.yaml:3:11  details[0]: there is no detail "versoin"; did you mean "version"?'],
    ],
    [
      'a department a workspace does not have',
      faults('', file('product', 'name: Product\nsteps: [thank]\nroute: [qu]\n')),
      [
        'playbooks/product.yaml:3:9  route[0]: workspaces[0] has no department "qu"; did you mean "qa"? Or write route under kinds.feedback in hearback.yaml, which counts more.',
      ],
    ],
    [
      'one that extends itself in a circle',
      faults(
        '',
        file('product', 'name: Product\nsteps: [thank]\nextends: other\n'),
        file('other', 'name: Other\nextends: product\n'),
      ),
      [
        'playbooks/other.yaml:2:10  extends: "other" would extend itself, over "product"; take one of these lines out',
        'playbooks/product.yaml:3:10  extends: "product" would extend itself, over "other"; take one of these lines out',
      ],
    ],
    [
      'one that extends what is not there',
      faults(
        '',
        file('product', 'name: Product\nsteps: [thank]\nextends: othr\n'),
        file('other', 'name: Other\n'),
      ),
      ['playbooks/product.yaml:3:10  extends: there is no playbook "othr"; did you mean "other"?'],
    ],
    [
      'a key that is none, and a length of time that is none',
      faults('', file('product', 'name: Product\nsteps: [thank]\nrout: [qa]\nclocks: { updateDue: soon }\n')),
      [
        'playbooks/product.yaml:3:1  rout is not a key of a playbook; did you mean "route"?',
        'playbooks/product.yaml:4:22  clocks.updateDue is not a length of time; write for example 30s, 15m, 4h, 3d or 1h 30m',
      ],
    ],
    [
      'a file that is not YAML',
      faults('', file('product', 'name: [Product\nsteps: thank\n')),
      [expect.stringMatching(/^playbooks\/product\.yaml:\d+:\d+ {2}/)],
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toEqual(expect.arrayContaining(expected));
    expect(said.filter((line) => line.startsWith('playbooks/'))).toHaveLength(
      expected.filter((line) => String(line).startsWith('playbooks/') || typeof line !== 'string').length,
    );
  });

  it('nothing, where the kind itself says otherwise', () => {
    expect(
      faults(', route: []', file('product', 'name: Product\nsteps: [thank]\nroute: [finance]\n')),
    ).toEqual([]);
  });
});

it('reads the playbooks of a folder, and does without one', async () => {
  const folder = temporaryFolder();
  const playbooksDir = join(folder, 'playbooks');
  writeFileSync(
    join(folder, 'hearback.yaml'),
    policyYaml({ kinds: '  feedback: { name: Feedback, playbook: product }', workspace: QA }),
  );

  await expect(loadPolicy(join(folder, 'hearback.yaml'), { playbooksDir })).rejects.toThrow(/no playbook/);

  mkdirSync(playbooksDir);
  writeFileSync(join(playbooksDir, 'product.yaml'), PRODUCT.text);
  writeFileSync(join(playbooksDir, 'README.md'), 'no playbook');
  writeFileSync(
    join(playbooksDir, 'often.yaml'),
    'name: Often\nwhen: { earlierCases: 3, within: 90d }\nchecklist: [Judge it by itself]\n',
  );
  const policy = await loadPolicy(join(folder, 'hearback.yaml'), { playbooksDir });

  expect(kindOf(policy, 'feedback').severity).toBe('high');
  expect(policy.overlays).toEqual([
    {
      key: 'often',
      name: 'Often',
      when: { earlierCases: 3, within: 90 * 86_400_000 },
      checklist: ['Judge it by itself'],
    },
  ]);
});

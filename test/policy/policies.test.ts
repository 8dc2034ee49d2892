import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/errors.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import {
  loadPolicies,
  policiesNext,
  policiesOf,
  policyFaults,
  policyPaths,
} from '../../src/policy/policies.ts';
import { policyYaml } from './factory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-policies-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A policy of one community, with a prefix of its own. */
const yamlOf = (workspaceId: string, prefix: string, top = '') =>
  policyYaml({ top: `prefix: ${prefix}\n${top}` }).replace('slack:T1', workspaceId);
const policyOf = (workspaceId: string, prefix = 'FB') => parsePolicy(yamlOf(workspaceId, prefix), 'one.yaml');
const write = (name: string, yaml: string) => writeFileSync(join(folder, name), yaml);
const webhook = (name: string) =>
  `webhooks: [{ name: ${name}, url: "https://example.org/x", secretEnv: SECRET_OF_IT }]`;

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('the policies of a folder', () => {
  it('are its YAML files, by name; hidden ones and others are not read', () => {
    for (const name of ['b.yaml', 'a.yml', '..data.yaml', '.hidden.yaml', 'notes.md']) write(name, 'x: 1');
    expect(policyPaths(folder)).toEqual([join(folder, 'a.yml'), join(folder, 'b.yaml')]);
    expect(policyPaths(join(folder, 'b.yaml'))).toEqual([join(folder, 'b.yaml')]);
  });

  it('are found by their communities; a community of none has a policy without any', () => {
    write('games.yaml', yamlOf('slack:T1', 'GAME'));
    write('shop.yaml', yamlOf('discord:2', 'SHOP'));
    const policies = loadPolicies(folder);
    expect(policies.of('slack:T1').prefix).toBe('GAME');
    expect(policies.of('discord:2').prefix).toBe('SHOP');
    expect(policies.of('discord:2').workspaces.map(({ id }) => id)).toEqual(['discord:2']);
    expect(policies.of('slack:T9').workspaces).toEqual([]);
    expect(policies.isOne).toBe(false);
  });

  it('are for their own communities alone, also where there is only one; a file is for the whole record', () => {
    write('games.yaml', yamlOf('slack:T1', 'GAME'));
    expect(loadPolicies(folder).isOne).toBe(false);
    expect(loadPolicies(join(folder, 'games.yaml')).isOne).toBe(true);
  });

  it('name the faults of every file at once', () => {
    write('games.yaml', yamlOf('slack:T1', '1'));
    write('shop.yaml', yamlOf('discord:2', '2'));
    expect(faultOf(() => loadPolicies(folder))).toMatch(
      /^CONFIG_INVALID games\.yaml:1:9 {2}prefix[^\n]*\nshop\.yaml:1:9 {2}prefix/,
    );
    expect(policyFaults(folder, {}).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'games.yaml:1',
      'shop.yaml:1',
    ]);
  });

  it('are refused where two of them speak of one community, or of one webhook, with both places', () => {
    write('games.yaml', yamlOf('slack:T1', 'GAME', webhook('board')));
    write('shop.yaml', yamlOf('slack:T1', 'SHOP', webhook('board')));
    const fault = faultOf(() => loadPolicies(folder));
    expect(fault).toContain(
      'games.yaml:13:9  the workspace slack:T1 is also in shop.yaml:13:9; keep it in one of the two files',
    );
    expect(fault).toContain('shop.yaml:2:20  the webhook board is also in games.yaml:2:20');
    expect(policyFaults(folder, {})).toHaveLength(4);
  });

  it('are missed in a folder without any, and in one that is called like a file', () => {
    expect(faultOf(() => loadPolicies(folder))).toMatch(
      /is a folder without a policy; copy hearback\.example\.yaml/,
    );
    mkdirSync(join(folder, 'odd.yaml'));
    expect(faultOf(() => loadPolicies(folder))).toMatch(/odd\.yaml {2}is a folder/);
  });
});

describe('the policies in force', () => {
  const [one, two] = [policyOf('slack:T1', 'ONE'), policyOf('slack:T2', 'TWO')];
  const before = new Map([
    ['one.yaml', one],
    ['two.yaml', two],
  ]);
  const file = (path: string, policy: typeof one | AppError) => ({ path, content: '', policy });
  const broken = new AppError('CONFIG_INVALID', 'one.yaml:1:1  no', 'never');

  it('follow the files that are well; one with faults keeps what it said', () => {
    const other = policyOf('slack:T2', 'NEW');
    const { next, faults } = policiesNext([file('one.yaml', broken), file('two.yaml', other)], before);
    expect([...next.values()]).toEqual([one, other]);
    expect(faults).toEqual([{ path: 'one.yaml', fault: broken }]);
  });

  it('are without a file that was taken away, and without one that was never well', () => {
    const { next } = policiesNext([file('two.yaml', two), file('three.yaml', broken)], before);
    expect([...next.keys()]).toEqual(['two.yaml']);
  });

  it('leave a community where it is while the file that has it cannot be read', () => {
    const taken = policyOf('slack:T1', 'TWO');
    const { next, faults } = policiesNext([file('one.yaml', broken), file('two.yaml', taken)], before);
    expect([...next.values()]).toEqual([one, two]);
    expect(faults.map(({ path }) => path)).toEqual(['one.yaml', 'two.yaml']);
  });

  it('let a community move to another file, and leave it where it is while two files have it', () => {
    write('one.yaml', yamlOf('slack:T1', 'ONE'));
    write('two.yaml', yamlOf('slack:T1', 'TWO'));
    const [first, second] = [join(folder, 'one.yaml'), join(folder, 'two.yaml')];
    const [mine, theirs, taken] = [
      policyOf('slack:T1', 'ONE'),
      policyOf('slack:T2', 'TWO'),
      policyOf('slack:T1', 'TWO'),
    ];
    const known = new Map([
      [first, mine],
      [second, theirs],
    ]);
    const both = policiesNext([file(first, mine), file(second, taken)], known);
    expect([...both.next.values()]).toEqual([mine, theirs]);
    expect(both.faults.map(({ path, fault }) => `${path} ${fault.message}`)).toEqual([
      expect.stringMatching(/two\.yaml two\.yaml:13:9 {2}the workspace slack:T1 is also in one\.yaml:13:9/),
    ]);

    const moved = policiesNext([file(first, theirs), file(second, taken)], known);
    expect([...moved.next.values()]).toEqual([theirs, taken]);
    expect(moved.faults).toEqual([]);
  });

  it('are one object as long as their files say the same, so that what follows them knows what is new', () => {
    const policies = policiesOf([one, two]);
    expect(policies.of('slack:T1')).toBe(one);
    expect(policiesNext([file('one.yaml', one), file('two.yaml', two)], before).next.get('one.yaml')).toBe(
      one,
    );
  });
});

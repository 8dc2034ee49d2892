import { describe, expect, it } from '@jest/globals';
import { faultsOf, policyYaml } from './factory.ts';

describe('a file that is no YAML', () => {
  it.each<[string, string, RegExp]>([
    ['a tab', 'emojis:\n\t🚩: feedback', /^hearback\.yaml:2:1 {2}a tab as indentation; use spaces$/],
    [
      'a key twice',
      policyYaml({ top: 'prefix: FB\nprefix: FX' }),
      /^hearback\.yaml:2:1 {2}this key is there twice; keep one of them$/,
    ],
    [
      'an open bracket',
      'emojis: { a: b\n',
      /^hearback\.yaml:\d:\d+ {2}wrong indentation or an open bracket;/,
    ],
    ['an open quote', "prefix: 'FB\n", /^hearback\.yaml:2:1 {2}a quote, bracket or space is missing;/],
    ['two colons in a line', 'prefix: FB: x\n', /^hearback\.yaml:1:9 {2}two keys in one line;/],
    [
      'a reserved sign',
      'prefix: @FB\n',
      /^hearback\.yaml:1:9 {2}a value cannot start with this sign; put it in quotes$/,
    ],
    [
      'a tag',
      policyYaml({ top: 'prefix: !secret FB' }),
      /^hearback\.yaml:1:9 {2}tags with "!" are not known here;/,
    ],
    [
      'a second document',
      `${policyYaml()}---\na: b\n`,
      /^hearback\.yaml:17:1 {2}a second document begins here;/,
    ],
    [
      'an alias to nothing',
      policyYaml({ top: 'prefix: *nothing' }),
      /^hearback\.yaml:1:1 {2}an alias \(\*name\) has no anchor before it/,
    ],
    ['an alias to itself', '&a [*a]', /^hearback\.yaml:1:1 {2}an alias/],
    ['no YAML at all', '<html>: [\n', /^hearback\.yaml:\d:\d+ {2}\S/],
    [
      'nothing',
      ' \n# only a comment\n',
      /^hearback\.yaml:1:1 {2}the file is empty; start from hearback\.example\.yaml$/,
    ],
    ['a list', '- a\n- b\n', /^hearback\.yaml:1:1 {2}the file must be keys with values/],
    ['too many levels', '['.repeat(100_000), /^hearback\.yaml:1:\d+ {2}nested too deeply/],
  ])('is told in words when it is no YAML: %s', (_, yaml, expected) => {
    expect(faultsOf(yaml)[0]).toMatch(expected);
  });

  it('is an alias that multiplies without end', () => {
    const levels = 'bcdefghijkl'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghijkl'[index]},`.repeat(9)}]`);
    const bomb = [`a: &a [x]`, ...levels].join('\n');

    expect(faultsOf(bomb)).toEqual([expect.stringMatching(/an alias \(\*name\) .* is repeated too often/)]);
  });
});

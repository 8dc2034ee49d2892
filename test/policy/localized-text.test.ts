import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { localizedPaths } from '../../src/policy/keys.ts';
import { inLanguage, type LocalizedText, type Speaking } from '../../src/policy/localized-text.ts';
import { kindName, departmentName } from '../../src/policy/lookup.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { faultsOf, policyYaml } from './factory.ts';

describe('the text for a reader', () => {
  const all = { fr: 'Anomalie', en: 'Bug', da: 'Fejl', 'pt-BR': 'Erro' };
  const noEnglish = { fr: 'Anomalie', da: 'Fejl' };
  it.each<[string, LocalizedText, string, Speaking, string]>([
    ['is the one there is for everybody', 'Bug', 'fr', {}, 'Bug'],
    ['is in their language', all, 'da', { language: 'fr' }, 'Fejl'],
    ['is in their language, of whatever region they are', all, 'da-DK', {}, 'Fejl'],
    ['is in their language, of another region', all, 'pt', { language: 'fr' }, 'Erro'],
    [
      'is in the community’s where theirs is not there',
      all,
      'is',
      { language: 'da', languageOfAll: 'fr' },
      'Fejl',
    ],
    [
      'is in the policy’s where the community’s is not there',
      all,
      'is',
      { language: 'de', languageOfAll: 'fr' },
      'Anomalie',
    ],
    ['is in English where none of these is', all, 'is', { language: 'de', languageOfAll: 'nl' }, 'Bug'],
    ['is the first where English is not there either', noEnglish, 'is', { language: 'de' }, 'Anomalie'],
  ])('%s', (_, text, language, community, expected) => {
    expect(inLanguage(text, language, community)).toBe(expected);
  });

  it('of a kind and a department is that of the community it is about', () => {
    const policy = parsePolicy(
      policyYaml({
        top: 'language: fr',
        kinds: '  feedback: { name: { en: Bug, da: Fejl, fr: Anomalie }, answer: none }',
        workspace: `    language: da
    triage: C1
    roles: { flagger: { everyone: true } }
    departments: { qa: { name: { en: Quality, da: Kvalitet }, channel: C2 } }`,
      }),
      'hearback.yaml',
    );
    const found = { kind: 'feedback', workspaceId: 'slack:T1' };
    expect(['en', 'pt'].map((language) => kindName(policy, found, language))).toEqual(['Bug', 'Fejl']);
    expect(kindName(policy, { ...found, workspaceId: 'slack:T2' }, 'pt')).toBe('Bug');
    expect(kindName(policy, { ...found, kind: 'gone' }, 'da')).toBe('gone');
    expect(departmentName(policy.workspaces[0]!, 'qa', 'fr')).toBe('Kvalitet');
    expect(departmentName(policy.workspaces[0]!, 'gone', 'fr')).toBe('gone');
  });
});

describe('a text that cannot be used', () => {
  const kind = (more: string) => policyYaml({ kinds: `  feedback: { answer: none, ${more} }` });
  it.each([
    [
      'an unknown language',
      'name: { en: Bug, dansk: Fejl }',
      '46  kinds.feedback.name.dansk is for "dansk", which is not a language; write a tag such as en, da, fr, pt or pt-BR',
    ],
    [
      'a language with an underscore',
      'name: { pt_BR: Erro }',
      '37  kinds.feedback.name.pt_BR is for "pt_BR", which is not a language; did you mean pt-BR?',
    ],
    [
      'no language at all',
      'name: {}',
      '35  kinds.feedback.name has no text; write one text, or one for each language, such as { en: Bug, da: Fejl }',
    ],
    [
      'a language with nothing behind it',
      "name: { en: '' }",
      '41  kinds.feedback.name.en is empty; write something',
    ],
    [
      'a number',
      'name: { en: 404 }',
      '41  kinds.feedback.name.en must be a text, and 404 is not one; put it in quotes',
    ],
    [
      'a list',
      'name: [Bug]',
      '35  kinds.feedback.name must be a text, or one for each language, such as { en: Bug, da: Fejl }',
    ],
    ['a map in a map', 'name: { en: { da: Fejl } }', '41  kinds.feedback.name.en must be a text'],
    [
      'a line of a checklist',
      `name: F, checklist: [{ en: ok, da: ${'x'.repeat(201)} }]`,
      '64  kinds.feedback.checklist[0].da is too big; write at most 200',
    ],
    [
      'a choice',
      `name: F, recommend: { to: triage, choices: [a, { en: ${'x'.repeat(71)} }] }`,
      '82  kinds.feedback.recommend.choices[1].en is too big; write at most 70',
    ],
    [
      'a secret in place of a language',
      'name: { xoxb-1111-2222: Fejl }',
      '37  kinds.feedback.name.(hidden) is for a hidden value, which is not a language; write a tag such as en, da, fr, pt or pt-BR',
    ],
  ])('is refused with its place and what to write: %s', (_, more, expected) => {
    expect(faultsOf(kind(more))).toEqual([`hearback.yaml:4:${expected}`]);
  });

  it('is refused as a detail, a department and a gift too', () => {
    const faults = faultsOf(
      policyYaml({
        top: 'gifts: { mug: { type: item, name: { english: a mug } } }',
        kinds: '  feedback: { name: F, answer: none, details: [version, { xx-: which }] }',
        workspace: `    triage: C1
    roles: { flagger: { everyone: true } }
    departments: { qa: { name: { '': Q }, channel: C2 } }`,
      }),
    );
    expect(faults.map((line) => line.replace(/^\S+ +(\S+) is for .*$/, '$1'))).toEqual([
      'gifts.mug.name.english',
      'kinds.feedback.details[1].xx-',
      'workspaces[0].departments.qa.name.',
    ]);
  });
});

describe('where there are such texts', () => {
  it('is found by the schema, whatever is written', () => {
    const value: unknown = parse(`
      gifts: { mug: { name: a mug } }
      kinds:
        bug: { name: { en: Bug }, playbook: p, details: [version], steps: [s], checklist: [{ en: a }], recommend: { to: triage, choices: [x, y] } }
      workspaces: [{ name: Riverside, departments: { qa: { name: QA, channel: C } } }]`);
    expect(
      localizedPaths(policySchema, value)
        .map((path) => path.join('.'))
        .toSorted(),
    ).toEqual([
      'gifts.mug.name',
      'kinds.bug.checklist.0',
      'kinds.bug.details.0',
      'kinds.bug.name',
      'kinds.bug.recommend.choices.0',
      'kinds.bug.recommend.choices.1',
      'workspaces.0.departments.qa.name',
    ]);
  });
});

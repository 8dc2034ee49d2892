import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf, type CliResult } from './cli.ts';

let folder: string;

const FILES: Record<string, string> = {
  'playbooks/refund.yaml': 'name: Refund\nextends: sorry\nsteps: [sorry, ask, thank]\n',
  'playbooks/sorry.yaml': 'name: Sorry\nsteps: [sorry]\ndetails: [version, which colour you like]\n',
  'playbooks/quiet.yaml': 'name: Quiet\nanswer: none\n',
  'templates/en/sorry.md': 'Sorry, **{{ member.name }}**. It is {{ case.name }}.',
  'templates/da/sorry.md': 'Beklager, **{{ member.name }}**.',
  'templates/en/ask.md': 'Tell us:\n\n{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
  'templates/da/ask.md': 'Fortæl os:\n\n{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
  'templates/en/thank.md': 'Thank you.',
  'templates/en/long.md': Array.from({ length: 60 }, (_, index) => `${index} ${'word '.repeat(20)}`).join(
    '\n\n',
  ),
  'templates/en/broken.md': 'Hi {{ nobody }}',
  'templates/en/gift.md':
    '{{ gift.name }}: {{ gift.code }}. {{ message.text }} {{ helper.name }} {{ nextUpdate }}',
  'templates/en/details.yaml': 'version: which version\nlink: a link\n',
  'templates/da/details.yaml': 'version: hvilken version\n',
};

beforeAll(() => {
  folder = temporaryFolder();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

const templates = (...args: string[]): Promise<CliResult> =>
  cliOf({})('templates', ...args, '--folder', folder);

describe('hearback templates preview', () => {
  it('shows one template on both platforms, in the markup of each', async () => {
    expect(await templates('preview', 'sorry', '--lang', 'da')).toEqual({
      code: 0,
      notes: '',
      out: [
        'Language: da',
        '',
        '--- Slack ---',
        '',
        'Beklager, *Alma Berg*\u200B.',
        '',
        '--- Discord ---',
        '',
        'Beklager, **Alma Berg**.',
      ].join('\n'),
    });
  });

  it('shows the whole answer of a playbook with what it asks for, in words of the language', async () => {
    const { out } = await templates('preview', 'playbook:refund', '--platform', 'discord');
    expect(out).toBe(
      [
        'Language: en',
        '',
        '--- Discord ---',
        '',
        'Sorry, **Alma Berg**. It is FB-12.',
        '',
        'Tell us:',
        '',
        '- which version',
        '- which colour you like',
        '',
        'Thank you.',
      ].join('\n'),
    );
  });

  it('says which language it came out in, and what the wanted one lacks', async () => {
    const shown = async (lang: string) =>
      (await templates('preview', 'playbook:refund', '--lang', lang)).out.split('\n')[0];
    expect(await shown('da')).toBe('Language: en, in place of da, which has no thank');
    expect(await shown('da-DK')).toBe('Language: en, in place of da-DK, which has no thank');
    expect(await shown('de')).toBe('Language: en, as there is no folder templates/de; there are da, en');
    expect((await templates('preview', 'sorry', '--lang', 'da-DK')).out).toContain('Language: da\n');
  });

  it('fills in the name and the details it is given, harmlessly', async () => {
    const { out } = await templates(
      'preview',
      'playbook:refund',
      '--name',
      '*Bo* <!channel> @everyone \u001B[31m',
      '--details',
      'link, version',
      '--lang',
      'en',
    );
    expect(out).toContain('*∗Bo∗ &lt;!channel&gt; @everyone [31m*');
    expect(out).toContain('• a link\n• which version');
    expect(out).not.toContain('\u001B');
  });

  it('leaves out the step that asks, and says so, when there is nothing to ask', async () => {
    const { out } = await templates('preview', 'playbook:refund', '--details', 'none');
    expect(out).toContain('Left out, as there is nothing to ask: ask');
    expect(out).not.toContain('Tell us');
  });

  it('has an example for every variable', async () => {
    const { code, out } = await templates('preview', 'gift', '--platform', 'slack');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('EXAMPLE-7Q2M') });
  });

  it('shows a long answer as the messages it becomes', async () => {
    const { out } = await templates('preview', 'long', '--platform', 'discord');
    const headings = out.split('\n').filter((line) => line.startsWith('---'));
    expect(headings.length).toBeGreaterThan(2);
    expect(headings[0]).toBe(`--- Discord, message 1 of ${headings.length} ---`);
  });

  it.each<[string, string[], string]>([
    ['an unknown template', ['srory'], 'There is no template srory. Did you mean sorry?'],
    ['an unknown playbook', ['playbook:refnd'], 'There is no playbook refnd. Did you mean refund?'],
    ['a playbook that answers nothing', ['playbook:quiet'], 'The playbook quiet has no steps'],
    [
      'an unknown platform',
      ['sorry', '--platform', 'irc'],
      'Write --platform slack, discord or both, not irc.',
    ],
    ['a broken template', ['broken'], 'templates/en/broken.md:1:7  there is no variable nobody'],
  ])('refuses %s in a sentence', async (_, args, sentence) => {
    expect(await templates('preview', ...args)).toEqual({
      code: 1,
      out: '',
      notes: expect.stringContaining(sentence),
    });
  });
});

describe('hearback templates list', () => {
  it('shows each template with its languages and what it uses', async () => {
    const { out } = await templates('list');
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        'TEMPLATE  LANGUAGES  USES',
        'ask       da en      details',
        'sorry     da en      member.name, case.name',
        'thank     en',
      ]),
    );
    expect(JSON.parse((await templates('list', '--json')).out)).toContainEqual({
      name: 'thank',
      languages: ['en'],
      uses: [],
    });
  });
});

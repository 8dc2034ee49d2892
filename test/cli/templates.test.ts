import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { policyYaml } from '../policy/factory.ts';
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
  'hearback.yaml': policyYaml({
    kinds: [
      '  feedback: { name: Feedback, playbook: refund }',
      '  refund:',
      '    name: Money back',
      '    playbook: refund',
      '    severity: high',
      '    steps: [sorry, thank]',
      '    details: [version, which colour you like]',
      '    clocks: { firstResponse: 1h 30m }',
      '    checklist: [Look at it, { en: Weigh it, da: Afvej det }]',
      '  sorry: { name: Sorry, steps: [sorry], answer: private }',
      '  quiet: { name: Quiet, playbook: refund, answer: never }',
    ].join('\n'),
  }),
};

beforeAll(() => {
  folder = temporaryFolder();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

const templates = (...args: string[]): Promise<CliResult> =>
  cliOf({ HEARBACK_CONFIG: join(folder, 'hearback.yaml') })('templates', ...args, '--folder', folder);

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
    ['an unknown kind', ['kind:refnd'], 'There is no kind refnd. Did you mean refund?'],
    ['a name that is nearly a kind', ['refnd'], 'There is no template refnd. Did you mean refund?'],
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

describe('hearback templates preview of a kind', () => {
  const preview = (...args: string[]) => templates('preview', ...args, '--platform', 'discord');

  it('shows the kind as it runs, and which of its lines are its own', async () => {
    const { out } = await preview('refund');
    expect(out.split('\n')).toEqual([
      'Kind refund: Money back',
      '  severity   high',
      '  answer     draft: it waits on the card for a click',
      '  steps      sorry, thank',
      '  details    version, which colour you like',
      '  clocks     firstResponse 1h 30m; updateDue 1d',
      '  checklist  1. Look at it',
      '             2. Weigh it',
      '',
      'What hearback.yaml says itself, in place of the playbook refund:',
      '  hearback.yaml:8:5  severity: high, where the playbook says nothing',
      '  hearback.yaml:9:5  steps: sorry, thank, instead of: sorry, ask, thank (playbooks/refund.yaml)',
      '  hearback.yaml:10:5  details: version, which colour you like, as playbooks/sorry.yaml says too',
      '  hearback.yaml:11:5  clocks: firstResponse 1h 30m, where the playbook says nothing',
      '  hearback.yaml:12:5  checklist: Look at it, Weigh it, where the playbook says nothing',
      '',
      'Language: en',
      '',
      '--- Discord ---',
      '',
      'Sorry, **Alma Berg**. It is FB-12.',
      '',
      'Thank you.',
    ]);
    expect(await preview('kind:refund')).toEqual({ code: 0, notes: '', out });
  });

  it('shows a kind in the language it is asked in, and what is not written in it', async () => {
    const danish = (await preview('refund', '--lang', 'da')).out;
    expect(danish).toContain('2. Afvej det');
    expect(danish).not.toContain('Not written in');
    const french = (await preview('refund', '--lang', 'fr')).out;
    expect(french).toContain('2. Weigh it\nNot written in fr: checklist[1]\n');
  });

  it('says so when the kind changes nothing, and when it has no playbook', async () => {
    expect((await preview('feedback')).out).toContain('Everything is as the playbook refund says it.');
    const alone = (await preview('kind:sorry')).out;
    expect(alone).toContain('It has no playbook: hearback.yaml says all of it.');
    expect(alone).toContain('private: the member gets it at once, by direct message');
  });

  it('takes a name that is a template too for the template', async () => {
    expect((await preview('sorry')).out).not.toContain('Kind');
  });

  it('shows no words where the kind sends none', async () => {
    const { code, out } = await preview('quiet');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('never: nobody can answer it') });
    expect(out).not.toContain('--- Discord ---');
  });

  it('names the faults of a policy that cannot run, and shows templates all the same', async () => {
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, policyYaml({ kinds: '  feedback: { name: Feedback, playbook: refnd }' }));
    const run = cliOf({ HEARBACK_CONFIG: broken });
    const { code, notes } = await run('templates', 'preview', 'feedback', '--folder', folder);
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringMatching(/^broken\.yaml:\d+:\d+ {2}/) });
    expect((await run('templates', 'preview', 'thank', '--folder', folder)).code).toBe(0);
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

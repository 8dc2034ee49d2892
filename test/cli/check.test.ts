import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PROGRAM_TEMPLATES } from '../../src/replies/program-templates.ts';
import { policyYaml } from '../policy/factory.ts';
import { source } from '../support/documents.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf, type CliResult } from './cli.ts';

let folder: string;

/** A small community with everything in two languages. */
const WELL: Record<string, string> = {
  'hearback.yaml': policyYaml({ kinds: '  feedback: { name: Feedback, playbook: product }' }),
  'playbooks/product.yaml':
    'name: Product\nanswer: auto\nsteps: [sorry, ask]\ndetails: [version, a word of your own]\n',
  'templates/en/sorry.md': 'Sorry, {{ member.name }}.',
  'templates/da/sorry.md': 'Beklager, {{ member.name }}.',
  'templates/en/ask.md': '{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
  'templates/da/ask.md': '{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
  'templates/en/details.yaml': '# words\nversion: which version\nlink: a link\n',
  'templates/da/details.yaml': 'version: hvilken version\nlink: et link\n',
};

function write(files: Record<string, string | null>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
  }
}

beforeEach(() => {
  folder = temporaryFolder();
  write(WELL);
});

const check = (...more: string[]): Promise<CliResult> =>
  cliOf({ HEARBACK_CONFIG: join(folder, 'hearback.yaml') })(
    'check',
    '--offline',
    '--folder',
    folder,
    ...more,
  );

describe('hearback check', () => {
  it('says that all is well, and nothing else', async () => {
    expect(await check()).toEqual({ code: 0, out: 'All is well.', notes: '' });
  });

  it('connects to nothing where it is told not to, and needs neither database nor tokens', async () => {
    const hearback = cliOf({
      HEARBACK_CONFIG: join(folder, 'hearback.yaml'),
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      HEARBACK_DATA_DIR: join(folder, 'none'),
    });
    expect(await hearback('check', '--folder', folder, '--offline')).toMatchObject({ code: 0 });
  });

  it.each<[string, Record<string, string | null>, string]>([
    [
      'a template that one language has not',
      { 'templates/da/sorry.md': null },
      'templates/da/sorry.md:1:1  is missing; translate templates/en/sorry.md. Until then every answer with it is sent in another language',
    ],
    [
      'a template that English has not',
      { 'templates/en/sorry.md': null },
      'templates/en/sorry.md:1:1  is missing; translate templates/da/sorry.md. English is what everybody gets whose language has no translation',
    ],
    [
      'a detail that one language has not',
      { 'templates/da/details.yaml': 'version: hvilken version\n' },
      'templates/da/details.yaml:1:1  has no "link"; add a line "link: …" with what templates/en/details.yaml:3 says, in this language',
    ],
    [
      'a language without details',
      { 'templates/da/details.yaml': null },
      'templates/da/details.yaml:1:1  is missing; copy templates/en/details.yaml and translate what it says',
    ],
    [
      'a button that one language has not',
      {
        'templates/en/buttons.yaml': 'yes: Yes\nno: No\n',
        'templates/da/buttons.yaml': 'yes: Ja\n',
      },
      'templates/da/buttons.yaml:1:1  has no "no"; add a line "no: …" with what templates/en/buttons.yaml:2 says, in this language',
    ],
    [
      'details that are no YAML',
      { 'templates/da/details.yaml': 'version: hvilken version\nlink: et link\nlink: "' },
      'templates/da/details.yaml:3:1  this is not YAML; write each line as "key: words"',
    ],
    [
      'an unknown variable',
      { 'templates/da/sorry.md': 'Hej!\n\nBeklager, {{ medlem.navn }}.' },
      'templates/da/sorry.md:3:14  there is no variable medlem.navn; write one of member.name',
    ],
    ['an empty template', { 'templates/da/sorry.md': ' \n' }, 'templates/da/sorry.md:1:1  is empty'],
    [
      'a template a playbook names and nobody has written',
      { 'playbooks/product.yaml': 'name: Product\nsteps:\n  - sory\n' },
      'playbooks/product.yaml:3:5  steps[0]: there is no template "sory"; did you mean "sorry"?',
    ],
    [
      'a detail a playbook names and nobody has written',
      { 'playbooks/product.yaml': 'name: Product\nsteps: [sorry]\ndetails: [versoin]\n' },
      'playbooks/product.yaml:3:11  details[0]: there is no detail "versoin"; did you mean "version"?',
    ],
    [
      'playbooks that extend each other',
      { 'playbooks/product.yaml': 'name: Product\nextends: product\nsteps: [sorry]\n' },
      'playbooks/product.yaml:2:10  extends: "product" would extend itself',
    ],
    [
      'a fault of the policy',
      { 'hearback.yaml': policyYaml({ kinds: '  feedback: { name: Feedback, playbook: prodct }' }) },
      'hearback.yaml:4:41  kinds.feedback.playbook: there is no playbook "prodct"; did you mean "product"?',
    ],
    ['an empty policy', { 'hearback.yaml': '' }, 'hearback.yaml:1:1  the file is empty'],
  ])('names %s, with its place and what to write', async (_, files, line) => {
    write(files);
    const { code, out, notes } = await check();

    expect(code).toBe(1);
    expect(out.split('\n')).toContainEqual(expect.stringContaining(line));
    expect(notes).toMatch(/^\d+ things? ha(?:s|ve) to be put right\./);
  });

  it('tells everything at once, also when the policy or the templates cannot be read', async () => {
    write({
      'hearback.yaml': null,
      'playbooks/product.yaml': 'nmae: Product\n',
      'templates/da/sorry.md': null,
    });
    const { out } = await check();
    expect(out).toContain(`${join(folder, 'hearback.yaml')}  does not exist; copy hearback.example.yaml`);
    expect(out).toContain(
      'playbooks/product.yaml:1:1  nmae is not a key of a playbook; did you mean "name"?',
    );
    expect(out).toContain('templates/da/sorry.md:1:1  is missing');

    rmSync(join(folder, 'templates'), { recursive: true });
    expect(await check()).toMatchObject({
      code: 1,
      out: expect.stringContaining('templates  The templates cannot be read from'),
    });
  });

  it('names a setting that cannot be right, and never its value', async () => {
    const hearback = cliOf({ HEARBACK_CONFIG: join(folder, 'hearback.yaml'), PORT: 'secret' });
    const { code, out } = await hearback('check', '--folder', folder);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^settings {2}PORT: /) });
    expect(out).not.toContain('secret');
  });

  it('notes what may be meant, and is content all the same', async () => {
    write({
      'templates/en/hello.md': 'Hello.',
      'templates/da/hello.md': 'Hej {{ case.name }}.',
      'templates/en/close-request.md': 'Solved?',
      'templates/da/close-request.md': 'Løst?',
    });
    expect(await check()).toEqual({
      code: 0,
      notes: '',
      out: [
        'note: templates/da/hello.md:1:1  uses case.name, other than templates/en/hello.md; is that meant?',
        'note: templates/en/hello.md:1:1  no kind and no playbook names it in its steps; people can still choose it on the case card. Name it, or delete it',
        'All is well, with 2 notes.',
      ].join('\n'),
    });
  });

  it('wants only the languages that were asked for, and English, which is the last resort', async () => {
    write({ 'templates/fr/sorry.md': 'Désolés, {{ member.name }}.' });
    expect((await check()).out).toContain('templates/fr/ask.md');
    expect(await check('--languages', 'da')).toMatchObject({ code: 0 });
    expect((await check('--languages', 'da,de')).out).toContain('templates/de:1:1  there is no such folder');
  });

  it('lets the folder of a region have as little as it likes', async () => {
    write({ 'templates/da-DK/sorry.md': 'Undskyld, {{ member.name }}.' });
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('tells which words of the policy and the playbooks are missing in a language a community speaks', async () => {
    const kinds =
      '  feedback: { name: { en: Bug, fr: Anomalie }, playbook: product }\n  idea: { name: Idea, answer: none }';
    write({
      'hearback.yaml': `language: da\n${policyYaml({ kinds })}`,
      'playbooks/product.yaml': `${WELL['playbooks/product.yaml']!.replace('a word of your own', '{ en: your town }')}checklist: [{ en: a }, { en: b, da-DK: b }, { en: c }]\n`,
    });
    expect(await check()).toEqual({
      code: 0,
      notes: '',
      out: [
        'note: hearback.yaml:5:21  kinds.feedback.name has no text in da; add "da: …" beside the others. Until then another language is read there',
        'note: playbooks/product.yaml:4:20  details[1], checklist[0], checklist[2] have no text in da; add "da: …" beside the others. Until then another language is read there',
        'All is well, with 2 notes.',
      ].join('\n'),
    });
    const inFrench = await check('--languages', 'fr');
    expect(inFrench.code).toBe(1);
    expect(inFrench.out).toContain('details[1], checklist[0], checklist[1] and 1 more have no text in fr');
    expect(inFrench.out).not.toContain('kinds.feedback.name');
  });

  it('passes over a language that was not begun', async () => {
    write({ 'templates/pt/.gitkeep': '' });
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('prints JSON alone, also of a folder without a policy', async () => {
    mkdirSync(join(folder, 'empty.d'));
    const hearback = cliOf({ HEARBACK_CONFIG: join(folder, 'empty.d') });
    const { code, out } = await hearback('check', '--offline', '--json', '--folder', folder);
    expect({ code, faults: (JSON.parse(out) as { faults: unknown[] }).faults }).toEqual({
      code: 1,
      faults: [expect.objectContaining({ message: expect.stringContaining('is a folder without a policy') })],
    });
  });

  it('prints JSON alone', async () => {
    write({ 'templates/da/sorry.md': null });
    const { code, out } = await check('--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      faults: [{ file: 'templates/da/sorry.md', line: 1, column: 1, message: expect.any(String) }],
      notes: [],
      unasked: [],
    });
  });
});

describe('what ships', () => {
  it.each(['hearback.example.yaml', 'sandbox/hearback.yaml'])(
    'is well, with every text in every language: %s',
    async (config) => {
      const { code, out } = await cliOf({ HEARBACK_CONFIG: config })('check', '--json');
      const found = JSON.parse(out) as unknown;
      expect({ code, found }).toEqual({
        code: 0,
        found: { faults: [], notes: expect.any(Array), unasked: [] },
      });
    },
  );

  it('has the templates the program sends by itself, in the list of them', () => {
    const program = source('src').replace(readFileSync('src/replies/program-templates.ts', 'utf8'), '');
    for (const name of PROGRAM_TEMPLATES.keys()) {
      expect(readFileSync(`templates/en/${name}.md`, 'utf8')).not.toBe('');
      expect([name, program.includes(`'${name}'`)]).toEqual([name, true]);
    }
  });
});

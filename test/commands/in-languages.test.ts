import { beforeAll, describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/cases/access.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import type { Answer } from '../../src/chat/command.ts';
import type { Form } from '../../src/chat/form.ts';
import { commands } from '../../src/commands/index.ts';
import type { CommandContext } from '../../src/commands/desk/command.ts';
import { NotPossible } from '../../src/errors.ts';
import type { Composer } from '../../src/replies/composer.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { SPOKEN_LANGUAGES, textsIn } from '../../src/texts/index.ts';
import { aFile, aGift, aReply, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const LENA = workspace.roles.lead.people[0]!;
/** One of the moderators' group, and nothing else. */
const VICTOR = 'U0VICTOR';

let compose: Composer;
beforeAll(() => {
  compose = createComposer(loadTemplates('templates'));
});

/** Asked by somebody who reads this language, about this case. */
async function ask(
  name: string,
  values: Record<string, string>,
  { language, file = aFile(), by = HANDLER }: { language: string; file?: CaseFile; by?: string },
): Promise<Answer> {
  const find = async () => file;
  return commands
    .find((each) => each.name === name)!
    .run({
      command: { name, values, from: 'button', by: { userId: by }, interactionId: 'i1' },
      store: {
        guard: find,
        read: find,
        memberSaid: async () => [],
        earlierCases: async () => ({ latest: [], count: 0 }),
      },
      once: { change: async (_: unknown, decide: (found: CaseFile) => unknown) => decide(file) },
      chat: { fetchPerson: async () => ({ timeZone: null }) },
      digests: { items: async () => ({ total: 0, first: [] }) },
      duty: { offer: async () => null, pass: async () => undefined },
      identities: { list: async () => [] },
      people: { of: async () => new Map() },
      compose,
      workspace,
      policy,
      standing: standingOf(workspace, { userId: by, groups: ['S0MODS'], channelId: null }),
      texts: textsIn(language),
      now: NOW,
    } as unknown as CommandContext);
}

/** Every form a command about a case opens when it is left without what it needs, with a case of a high number. */
const FORMS: [name: string, values: Record<string, string>, file?: Parameters<typeof aFile>[0]][] = [
  ['gift', {}],
  ['refuse', { gift: '1' }, { gifts: [aGift({ state: 'proposed' })] }],
  ['praise', {}, { case: { kind: 'praise' } }],
  ['reply', {}],
  ['recommend', {}, { case: { kind: 'refund' } }],
  ['resolve', {}, { case: { state: 'open' } }],
  ['kind', {}],
  ['template', {}, { replies: [aReply({ authorId: null, steps: ['thank'] })] }],
  ['note', {}],
  ['snooze', {}],
  ['new', {}],
  ['timezone', { zone: 'another' }],
  ['meeting', { do: 'add' }],
  ['privacy', { do: 'erase' }],
  ['assign', {}],
  ['away', {}],
  ['credit', {}, { case: { state: 'open' } }],
  ['dismiss', {}],
  ['escalate', {}],
  ['department', { do: 'tell' }, { departments: ['support'] }],
];

describe.each(SPOKEN_LANGUAGES)('the commands in %s', (language) => {
  const texts = textsIn(language);

  it('say what they and their options are for in as many characters as Discord lists', () => {
    const summaries = commands.flatMap((command) => [command, ...command.options]);
    const words = summaries.map((each) => each.summary(texts));
    expect(words.filter((each) => each.length > 100 || each.trim() === '')).toEqual([]);
  });

  it.each(FORMS)('%s asks in a form that both platforms show whole', async (name, values, over = {}) => {
    const file = aFile({ ...over, case: { ...over.case, number: 123_456 } });
    const answer = await ask(name, { case: 'FB-123456', ...values }, { language, file });
    const { title, submit, fields } = (answer as { form: Form }).form;
    expect([title, submit].filter((each) => each.length > 24)).toEqual([]);
    expect(fields.map(({ label }) => label).filter((each) => each.length > 45)).toEqual([]);
    expect(fields.map(({ hint = '' }) => hint).filter((each) => each.length > 100)).toEqual([]);
    const choices = fields.flatMap((field) => (field.type === 'choice' ? field.choices : []));
    expect(choices.map(({ label }) => label).filter((each) => each.length > 75)).toEqual([]);
  });
});

it.each(SPOKEN_LANGUAGES)('the words a department is asked for fit into their forms in %s', (language) => {
  for (const { title, submit, label, hint } of Object.values(textsIn(language).commands.department.asked)) {
    expect([title.length > 14, submit.length > 24, label.length > 45, hint.length > 100]).not.toContain(true);
  }
});

it.each(SPOKEN_LANGUAGES)('what stands in forms about topics fits into them in %s', (language) => {
  const { fixedForm, rename } = textsIn(language).commands.topics;
  expect([fixedForm.title('T-12345'), fixedForm.submit, rename.title('T-12345'), rename.submit]).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/^.{25,}$/)]),
  );
  expect([fixedForm.hint, rename.hint].filter((each) => each.length > 100)).toEqual([]);
  expect([fixedForm.who, rename.label].filter((each) => each.length > 45)).toEqual([]);
});

describe('whoever reads French', () => {
  const refused = async (name: string, values: Record<string, string>): Promise<string> => {
    try {
      await ask(name, { case: 'FB-12', ...values }, { language: 'fr', by: VICTOR });
      return '';
    } catch (error) {
      if (error instanceof NotPossible) return error.in(textsIn('fr')).replaceAll('\u00a0', ' ');
      throw error;
    }
  };

  it.each([
    ['list', { state: 'finished' }, '« finished » n’est pas un état. Choisissez parmi : open, all, new'],
    ['meeting', { do: 'talk' }, 'Écrivez add, decide ou list, pas « talk ».'],
    [
      'meeting',
      { do: 'decide', text: 'a refund' },
      'Écrivez le numéro du point et ce qui a été décidé, par exemple : /feedback meeting decide 3 nous',
    ],
    ['topic', { case: '', do: 'link' }, 'Dites lequel, par exemple : /feedback topic link FB-12 T-4.'],
    ['topic', { do: 'danse' }, 'fixed, pas « danse ». Par exemple : /feedback topic fixed T-4'],
    ['topic', { do: 'fixed', case: 'T4x' }, '« T4x » n’est ni un sujet ni un dossier.'],
    ['next', { wish: 'never' }, 'Tapez /feedback next another pour un autre dossier'],
    ['new', { text: 'Hello', origin: 'pigeon' }, 'Choisissez parmi : mail, phone, person, elsewhere.'],
    ['resolve', { tell: 'perhaps' }, 'Écrivez yes ou no après le dossier'],
    ['praise', { person: 'U0SAM' }, 'Les dossiers du type « Retour » ne se transmettent pas.'],
    ['transcript', { as: 'pdf' }, 'Le format « pdf » n’existe pas. Écrivez md, html ou json.'],
    ['privacy', { person: 'U0SAM' }, 'Vous ne pouvez demander que pour vous-même'],
    ['help', { command: 'dance' }, 'Il n’y a pas de commande « dance » pour vous ici.'],
    ['to-do', { at: 'noon-ish' }, 'n’est pas une heure de la journée'],
    ['why', {}, 'Seuls les admins apprennent qui peut voir un dossier.'],
    ['identity', { do: 'list' }, 'Seuls les admins relient les comptes des gens.'],
  ])('is refused in French by %s %j', async (name, values, said) => {
    expect(await refused(name, values)).toContain(said);
  });

  it('hears in French that nothing waits', async () => {
    const words = async (name: string, values: Record<string, string> = {}) =>
      JSON.stringify(await ask(name, values, { language: 'fr', by: LENA }));
    expect(await words('next')).toContain('Il n’y a rien pour vous en ce moment');
    expect(await words('next', { wish: 'later', case: 'FB-12' })).toContain('C’est noté, FB-12 est');
    expect(await words('meeting')).toContain('Rien n’est sur la liste de la prochaine réunion.');
    expect(await words('help')).toContain('Répondre au membre');
  });
});

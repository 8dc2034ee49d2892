import type { Consent } from '../cases/case.ts';
import { answerConsent, languageAsked } from '../cases/consent.ts';
import { NotPossible } from '../errors.ts';
import { caseNumber, caseOption, say, type Command, type CommandContext } from './desk/command.ts';

const SAID: ReadonlyMap<string, Consent> = new Map([
  ['yes', 'given'],
  ['no', 'refused'],
]);

/** Pressed by the member below their answer, so its words are theirs, in their language. Nobody else learns what it is about. */
export const consent: Command = {
  name: 'consent',
  summary: ({ commands }) => commands.consent.summary,
  options: [
    caseOption,
    { name: 'say', summary: ({ commands }) => commands.consent.options.say, required: true, type: 'choice' },
  ],
  mayOpenForm: false,
  allow: 'anyone',
  async run(context) {
    const { command, store, once, workspace, policy, compose } = context;
    const { userId } = command.by;
    const key = { workspaceId: workspace.id, number: caseNumber(command.values['case'], context) };
    // Asked by one question that takes as long for a case there is not.
    const guard = await store.guard(key);
    if (guard?.case.member.userId !== userId) return notYours(context);
    const said = SAID.get((command.values['say'] ?? '').trim().toLowerCase());
    if (!said) throw new NotPossible(({ commands }) => commands.consent.write);
    const asked = command.values['reply'];
    const question = asked === undefined ? null : Number(asked);
    const changed = await once.change(key, (file) => {
      // Asked again under the case's lock: they may have had themselves erased since.
      const isTheirs = file.case.member.userId === userId;
      const change = isTheirs ? answerConsent(file, question, said, workspace, policy) : null;
      return { change, answer: { isNew: change !== null, language: languageAsked(file, question) } };
    });
    if (!changed) return notYours(context);
    const { answer, repeated } = changed;
    const words = (name: string) => say(compose.button(name, answer.language));
    if (repeated || answer.isNew)
      return command.from === 'button' ? { type: 'silent' } : words(`consent-${said}`);
    return words('consent-settled');
  },
};

function notYours({ compose, workspace, policy }: CommandContext) {
  return say(compose.button('consent-not-yours', workspace.language ?? policy.language));
}

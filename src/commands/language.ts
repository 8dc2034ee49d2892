import { languageName } from '../cases/cards/language-words.ts';
import { changeLanguage, planLanguage, type LanguageChange } from '../cases/prepared.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';
import { prepare } from '../replies/prepare.ts';
import { servedAs } from '../replies/served-as.ts';

export const language: Command = {
  name: 'language',
  summary: 'In which language the member is answered; a prepared answer is written anew in it',
  options: [
    caseOption,
    { name: 'language', summary: 'The language, such as da', required: true, type: 'choice' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, store, workspace, policy, compose, now } = context;
    const offered = compose.languages();
    const typed = (command.values['language'] ?? '').trim();
    const wanted = servedAs(typed, offered) ?? namedBy(typed, offered);
    const { workspaceId, caseId } = (await readCase(context)).case;
    const said = await store.memberSaid({ workspaceId, caseId });
    let plan: LanguageChange | null = null;
    const file = await changeCase(context, (found) => {
      const planned = planLanguage(found, wanted, offered);
      plan = planned;
      return changeLanguage(
        found,
        planned,
        ({ steps }, after) => prepare(steps, after, workspace, policy, compose, now, said),
        command.by.userId,
      );
    });
    return say(`${nameOf(file, context)} is in ${languageName(file.case.language)} now. ${afterwards(plan)}`);
  },
};

/** "Danish" means `da`. */
function namedBy(typed: string, offered: readonly string[]): string | null {
  return offered.find((each) => languageName(each).toLowerCase() === typed.toLowerCase()) ?? null;
}

function afterwards(plan: LanguageChange | null): string {
  if (plan && plan.kept.length > 0)
    return 'The answer that waits was edited by a person, so it was left as it is.';
  if (plan && plan.untouched.length > 0)
    return 'The answer that waits was written anew in it; nothing has been sent.';
  return 'What is written for the member from now on is in it.';
}

import { languageName } from '../cases/cards/language-words.ts';
import { changeLanguage, planLanguage, type LanguageChange } from '../cases/prepared.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';
import { prepare } from '../replies/prepare.ts';
import { servedAs } from '../replies/served-as.ts';
import { textsIn, type Texts } from '../texts/index.ts';

export const language: Command = {
  name: 'language',
  summary: (texts) => texts.commands.language.summary,
  options: [
    caseOption,
    {
      name: 'language',
      summary: (texts) => texts.commands.language.options.language,
      required: true,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, store, workspace, policy, compose, now, texts } = context;
    const words = texts.commands.language;
    const offered = compose.languages();
    const typed = (command.values['language'] ?? '').trim();
    const wanted = servedAs(typed, offered) ?? namedBy(typed, offered, context.texts);
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
    return say(
      `${words.isNow(nameOf(file, context), languageName(file.case.language, context.texts))} ${afterwards(plan, words)}`,
    );
  },
};

/** "Danish" means `da`. */
function namedBy(typed: string, offered: readonly string[], texts: Texts): string | null {
  const called = (each: string) => [languageName(each, texts), languageName(each, textsIn('en'))];
  return (
    offered.find((each) => called(each).some((name) => name.toLowerCase() === typed.toLowerCase())) ?? null
  );
}

function afterwards(plan: LanguageChange | null, words: Texts['commands']['language']): string {
  if (plan && plan.kept.length > 0) return words.kept;
  return plan && plan.untouched.length > 0 ? words.anew : words.fromNowOn;
}

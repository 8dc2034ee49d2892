import { gatherMyCases } from '../cases/my-cases.ts';
import { myPage, shownOn } from '../replies/home/my-page.ts';
import { pageCard } from '../replies/home/page-card.ts';
import { textsIn } from '../texts/index.ts';
import type { Command, CommandContext } from './desk/command.ts';
import { noteListed } from './desk/note-seen.ts';

export const mine: Command = {
  name: 'mine',
  summary: (texts) => texts.commands.mine.summary,
  options: [],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    const { command, duty, standing, policy, workspace } = context;
    const cases = await gatherMyCases(duty, standing, context);
    const locale = command.by.locale ?? (await localeOf(context));
    const words = textsIn(locale, workspace.language ?? policy.language).home;
    const page = myPage(cases, { prefix: policy.prefix, standing, words });
    await noteListed(
      context,
      shownOn(cases).map((each) => each.case),
      Infinity,
    );
    const chosen = command.values['case'] ?? null;
    return {
      type: 'card',
      card: pageCard(page, chosen, words, workspace.id),
      inPlace: command.from !== 'typed',
    };
  },
};

/** Slack does not say with the command which language somebody reads; it has just been asked for their groups. */
async function localeOf({ chat, command, workspace, standing }: CommandContext): Promise<string | null> {
  if (command.workspaceId !== workspace.id) return null;
  return (await chat.fetchPerson(workspace.id, standing.userId)).locale;
}

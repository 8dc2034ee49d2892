import { planOf, digestsOf, type DigestPlan } from '../cases/digest/plan.ts';
import { typedAs } from '../cases/typed-as.ts';
import { joined } from '../cases/digest/words.ts';
import type { Answer } from '../chat/command.ts';
import { channel, inlines, link, text, time } from '../chat/rich.ts';
import { runningDigest } from '../digest.ts';
import { NotPossible } from '../errors.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';

export const digest: Command = {
  name: 'digest',
  summary: ({ commands }) => commands.digest.summary,
  options: [
    { name: 'name', summary: ({ commands }) => commands.digest.options.name, required: false, type: 'text' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values } = context.command;
    if (values['csv'] !== undefined) return table(values['csv'], context);
    const { audit, command, workspace, standing, now } = context;
    const plan = planNamed(values['name'], context);
    if (!plan) return unknown(values['name'] ?? '', context);
    const { card, cases } = await runningDigest(plan, standing, now, {
      ...context,
      locale: context.texts.common.code,
    });
    // Nothing is shown when this fails.
    if (cases.length > 0)
      await audit.note({
        workspaceId: workspace.id,
        actorId: command.by.userId,
        action: 'digest_shown',
        detail: { cases: String(cases.length) },
      });
    return { type: 'card', card };
  },
};

/** By its name or the beginning of it, or its channel; the first one where nobody said which. @throws {NotPossible} */
function planNamed(typed: string | undefined, { policy, workspace }: CommandContext): DigestPlan | null {
  const plans = digestsOf(policy, workspace);
  if (plans.length === 0) throw new NotPossible(({ commands }) => commands.digest.none);
  const wanted = typed?.trim().toLowerCase() ?? '';
  const place = /^<?#?(\w+)/.exec(wanted)?.[1];
  const found =
    wanted === '' ? plans[0] : plans.find(({ name }) => name?.toLowerCase().startsWith(wanted) === true);
  return found ?? plans.find(({ channelId }) => channelId.toLowerCase() === place) ?? null;
}

/** What people call the digests there are; one without a name is known by its channel. */
function unknown(typed: string, { policy, workspace, texts }: CommandContext): Answer {
  const { digest: words } = texts.commands;
  const names = digestsOf(policy, workspace).map(({ name, channelId }) =>
    name === null ? inlines(...words.theOneIn(channel(channelId))) : [text(name)],
  );
  return say(words.noSuch(typed.slice(0, 40)), ...joined(names), '.');
}

/** `now1` is the running period of the second digest. */
function isRunning(
  which: string,
  policy: CommandContext['policy'],
  workspace: CommandContext['workspace'],
): boolean {
  return /^now\d{1,2}$/.test(which) && Number(which.slice(3)) < digestsOf(policy, workspace).length;
}

/** The cases of a period that this person may see, as a table to download. @throws {NotPossible} */
async function table(
  which: string,
  { command, links, digests, workspace, policy, texts }: CommandContext,
): Promise<Answer> {
  const found = /^\d{1,15}$/.test(which) ? await digests.digest(Number(which)) : null;
  const isKnown =
    isRunning(which, policy, workspace) ||
    (found?.workspaceId === workspace.id && planOf(policy, workspace, found.key));
  if (!isKnown)
    throw new NotPossible(({ commands }) => commands.digest.gone(typedAs('digest', workspace.id)));
  const made = await links.createDownload({
    workspaceId: workspace.id,
    userId: command.by.userId,
    what: `digest-csv:${which}`,
  });
  const { digest: words } = texts.commands;
  if (!made) return say(words.noAddress);
  return say(...words.download(link(words.table, made.url), time(made.expiresAt)));
}

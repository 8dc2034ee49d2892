import { planOf, digestsOf, type DigestPlan } from '../cases/digest/plan.ts';
import { typedAs } from '../cases/typed-as.ts';
import { joined } from '../cases/digest/words.ts';
import type { Answer } from '../chat/command.ts';
import { channel, link, text, time } from '../chat/rich.ts';
import { runningDigest } from '../digest.ts';
import { NotPossible } from '../errors.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';

export const digest: Command = {
  name: 'digest',
  summary: 'How things stand since the last digest, for you alone',
  options: [
    { name: 'name', summary: 'Which digest, where there are several', required: false, type: 'text' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values } = context.command;
    if (values['csv'] !== undefined) return table(values['csv'], context);
    const { audit, command, workspace, standing, now } = context;
    const plan = planNamed(values['name'], context);
    if (!plan) return unknown(values['name'] ?? '', context);
    const { card, cases } = await runningDigest(plan, standing, now, context);
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
  if (plans.length === 0)
    throw new NotPossible(
      'There is no digest here: hearback.yaml says digests: []. /feedback list shows the open cases.',
    );
  const wanted = typed?.trim().toLowerCase() ?? '';
  const place = /^<?#?(\w+)/.exec(wanted)?.[1];
  const found =
    wanted === '' ? plans[0] : plans.find(({ name }) => name?.toLowerCase().startsWith(wanted) === true);
  return found ?? plans.find(({ channelId }) => channelId.toLowerCase() === place) ?? null;
}

/** What people call the digests there are; one without a name is known by its channel. */
function unknown(typed: string, { policy, workspace }: CommandContext): Answer {
  const names = digestsOf(policy, workspace).map(({ name, channelId }) =>
    name === null ? [text('the one in '), channel(channelId)] : [text(name)],
  );
  return say(`There is no digest "${typed.slice(0, 40)}". There is `, ...joined(names), '.');
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
  { command, links, digests, workspace, policy }: CommandContext,
): Promise<Answer> {
  const found = /^\d{1,15}$/.test(which) ? await digests.digest(Number(which)) : null;
  const isKnown =
    isRunning(which, policy, workspace) ||
    (found?.workspaceId === workspace.id && planOf(policy, workspace, found.key));
  if (!isKnown)
    throw new NotPossible(
      `This digest is no longer there. ${typedAs('digest', workspace.id)} shows how things stand.`,
    );
  const made = await links.createDownload({
    workspaceId: workspace.id,
    userId: command.by.userId,
    what: `digest-csv:${which}`,
  });
  if (!made)
    return say(
      'It cannot be downloaded here: whoever runs Hearback has to set PUBLIC_URL to where browsers reach it.',
    );
  return say(
    link('Download the cases as a table', made.url),
    ': those that you may see. The link works once, until ',
    time(made.expiresAt),
    ', and is for you alone.',
  );
}

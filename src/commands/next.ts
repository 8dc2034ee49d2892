import { isLead } from '../cases/access.ts';
import { caseName, type CaseFile } from '../cases/case.ts';
import { LOOKING_MS } from '../cases/next.ts';
import { typedAs } from '../cases/typed-as.ts';
import type { Action, Button, Card } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import { paragraph, time, type Block } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import { caseNumber, nameOf, say, type Command, type CommandContext } from './desk/command.ts';
import { NEXT_WISHES } from './desk/next-wishes.ts';
import { shownCase } from './desk/shown-case.ts';

export const next: Command = {
  name: 'next',
  summary: (texts) => texts.commands.next.summary,
  options: [
    {
      name: 'wish',
      summary: (texts) => texts.commands.next.options.wish,
      required: false,
      type: 'choice',
    },
    { name: 'case', summary: (texts) => texts.commands.next.options.case, required: false, type: 'case' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, duty, store, standing, workspace, policy, texts } = context;
    const wish = wishOf(command.values['wish'], workspace.id);
    if (wish !== null) {
      const named = command.values['case'];
      const number = named === undefined ? null : caseNumber(named, context);
      await duty.pass(standing, number);
      if (wish === 'later')
        return say(
          number === null
            ? texts.commands.next.backToOthers
            : texts.commands.next.namedBack(caseName(policy.prefix, number)),
        );
    }
    const caseId = await duty.offer(standing);
    const file = caseId === null ? null : await store.read({ workspaceId: workspace.id, caseId });
    return file ? offered(file, context) : say(texts.commands.next.nothing);
  },
};

/** @returns null when nothing was said. @throws {NotPossible} */
function wishOf(typed: string | undefined, workspaceId: string): 'another' | 'later' | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = NEXT_WISHES.find((each) => each === wanted);
  if (known === undefined)
    throw new NotPossible((texts) =>
      texts.commands.next.neither(
        wanted.slice(0, 40),
        typedAs('next another', workspaceId),
        typedAs('next later', workspaceId),
      ),
    );
  return known;
}

async function offered(file: CaseFile, context: CommandContext): Promise<Answer> {
  const card = await shownCase(file, context);
  return {
    type: 'card',
    card: { ...card, body: [why(file, context), ...card.body], actions: actions(file, card, context) },
  };
}

/** Why this one, and how long it is theirs. */
function why({ clocks }: CaseFile, { now, texts }: CommandContext): Block {
  const words = texts.commands.next;
  const unanswered = clocks.find(({ kind }) => kind === 'first_response' || kind === 'next_response');
  const promise = clocks.find(({ kind }) => kind === 'update_due');
  const waits = unanswered
    ? words.waitsSince(time(unanswered.startedAt))
    : promise && promise.deadline <= now
      ? words.promisedBy(time(promise.deadline))
      : [];
  return paragraph(...waits, ...words.yoursUntil(time(new Date(now.getTime() + LOOKING_MS))));
}

/** What one does first, in one row; everything else that could be done stands in the menu. */
function actions(file: CaseFile, card: Card, context: CommandContext): Action[] {
  const named = { case: nameOf(file, context) };
  const { buttons } = context.texts.cards;
  const words = context.texts.commands.next;
  const steps: Button[] = [
    ...takeOn(file, context),
    button(buttons.reply, 'reply', named),
    button(words.another, 'next', { wish: 'another', ...named }),
    button(words.later, 'next', { wish: 'later', ...named }),
  ];
  const known = new Set(steps.map(({ invoke }) => invoke.command));
  const others = card.actions
    .flatMap((action) => (action.type === 'button' ? [action] : action.type === 'menu' ? action.choices : []))
    .filter(
      ({ invoke }) => !known.has(invoke.command) || (invoke.command === 'reply' && invoke.values['draft']),
    );
  return [
    ...steps,
    ...(others.length > 0 ? [{ type: 'menu' as const, label: buttons.more, choices: others }] : []),
  ];
}

function takeOn(file: CaseFile, context: CommandContext): Button[] {
  const { handlerId, kind } = file.case;
  const { standing, policy, texts } = context;
  const { buttons } = texts.cards;
  const named = { case: nameOf(file, context) };
  if (handlerId === null) return [button(buttons.claim, 'claim', { ...named, tell: 'yes' }, 'primary')];
  const isKept = kindOf(policy, kind).keepHandler && !isLead(standing);
  if (handlerId === standing.userId || isKept) return [];
  return [button(texts.commands.next.takeOver, 'assign', { ...named, person: standing.userId }, 'primary')];
}

function button(
  label: string,
  command: string,
  values: Record<string, string>,
  style: Button['style'] = 'plain',
): Button {
  return { type: 'button', label, style, invoke: { command, values } };
}

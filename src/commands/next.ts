import { isLead } from '../cases/access.ts';
import { caseName, type CaseFile } from '../cases/case.ts';
import { LOOKING_MS } from '../cases/next.ts';
import { typedAs } from '../cases/typed-as.ts';
import type { Action, Button, Card } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import { paragraph, text, time, type Block, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import { caseNumber, nameOf, say, type Command, type CommandContext } from './desk/command.ts';
import { NEXT_WISHES } from './desk/next-wishes.ts';
import { shownCase } from './desk/shown-case.ts';

export const next: Command = {
  name: 'next',
  summary: 'You have a quarter of an hour: the case that most needs an answer',
  options: [
    {
      name: 'wish',
      summary: 'another: give me another one; later: not now',
      required: false,
      type: 'choice',
    },
    { name: 'case', summary: 'Instead of this one', required: false, type: 'case' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, duty, store, standing, workspace, policy } = context;
    const wish = wishOf(command.values['wish'], workspace.id);
    if (wish !== null) {
      const named = command.values['case'];
      const number = named === undefined ? null : caseNumber(named, context);
      await duty.pass(standing, number);
      if (wish === 'later')
        return say(
          number === null
            ? 'All right, it is there for the others again.'
            : `All right, ${caseName(policy.prefix, number)} is there for the others again.`,
        );
    }
    const caseId = await duty.offer(standing);
    const file = caseId === null ? null : await store.read({ workspaceId: workspace.id, caseId });
    return file ? offered(file, context) : nothingLeft();
  },
};

/** @returns null when nothing was said. @throws {NotPossible} */
function wishOf(typed: string | undefined, workspaceId: string): 'another' | 'later' | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = NEXT_WISHES.find(({ value }) => value === wanted)?.value;
  if (known === undefined)
    throw new NotPossible(
      `"${wanted.slice(0, 40)}" is neither another nor later. Write ${typedAs('next another', workspaceId)} for another case, or ${typedAs('next later', workspaceId)} to give yours back.`,
    );
  return known;
}

function nothingLeft(): Answer {
  return say(
    'There is nothing for you right now: all that is open is looked after, rests, or waits for its member. Thank you for asking! /feedback list shows what is open.',
  );
}

async function offered(file: CaseFile, context: CommandContext): Promise<Answer> {
  const card = await shownCase(file, context);
  return {
    type: 'card',
    card: { ...card, body: [why(file, context.now), ...card.body], actions: actions(file, card, context) },
  };
}

/** Why this one, and how long it is theirs. */
function why({ clocks }: CaseFile, now: Date): Block {
  const unanswered = clocks.find(({ kind }) => kind === 'first_response' || kind === 'next_response');
  const promise = clocks.find(({ kind }) => kind === 'update_due');
  const waits: Inline[] = unanswered
    ? [text('The member has waited for an answer since '), time(unanswered.startedAt), text('. ')]
    : promise && promise.deadline <= now
      ? [text('The member should have heard from us by '), time(promise.deadline), text('. ')]
      : [];
  return paragraph(
    ...waits,
    'Nobody else is given this case until ',
    time(new Date(now.getTime() + LOOKING_MS)),
    '.',
  );
}

/** What one does first, in one row; everything else that could be done stands in the menu. */
function actions(file: CaseFile, card: Card, context: CommandContext): Action[] {
  const named = { case: nameOf(file, context) };
  const steps: Button[] = [
    ...takeOn(file, context),
    button('Reply', 'reply', named),
    button('Another one', 'next', { wish: 'another', ...named }),
    button('Not now', 'next', { wish: 'later', ...named }),
  ];
  const known = new Set(steps.map(({ invoke }) => invoke.command));
  const others = card.actions
    .flatMap((action) => (action.type === 'button' ? [action] : action.type === 'menu' ? action.choices : []))
    .filter(
      ({ invoke }) => !known.has(invoke.command) || (invoke.command === 'reply' && invoke.values['draft']),
    );
  return [
    ...steps,
    ...(others.length > 0 ? [{ type: 'menu' as const, label: 'More …', choices: others }] : []),
  ];
}

function takeOn(file: CaseFile, context: CommandContext): Button[] {
  const { handlerId, kind } = file.case;
  const { standing, policy } = context;
  const named = { case: nameOf(file, context) };
  if (handlerId === null) return [button('Claim', 'claim', { ...named, tell: 'yes' }, 'primary')];
  const isKept = kindOf(policy, kind).keepHandler && !isLead(standing);
  if (handlerId === standing.userId || isKept) return [];
  return [button('Take over', 'assign', { ...named, person: standing.userId }, 'primary')];
}

function button(
  label: string,
  command: string,
  values: Record<string, string>,
  style: Button['style'] = 'plain',
): Button {
  return { type: 'button', label, style, invoke: { command, values } };
}

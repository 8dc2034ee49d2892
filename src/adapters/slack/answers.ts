import type { RespondArguments, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Answer, ChatCommand } from '../../chat/command.ts';
import { paragraph } from '../../chat/rich.ts';
import { textsIn, type Wording } from '../../texts/index.ts';
import { AppError, NotPossible } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { asking } from './errors.ts';
import { modal } from './forms.ts';
import { pointerView, wordsView } from './home.ts';
import { IN_VIEW, type Asked } from './interactions.ts';
import type { Rendered } from './render.ts';
import { respond } from './response-url.ts';
import type { Team } from './team.ts';
import { within } from './waiting.ts';

/**
 * Slack waits 3 s for an acknowledgement. It is given after the work, so that a crash before the work is done shows the
 * person an error instead of nothing; but not later than this (ms).
 */
const ACKNOWLEDGE_WITHIN_MS = 2_500;

/** The workspace it was asked in. */
type Where = Pick<Team, 'outward' | 'clients'>;

interface Deps extends Where {
  onCommand: (command: ChatCommand) => Promise<Answer>;
  log: Log;
}

type Shown = { type: 'message'; message: Rendered; inPlace?: boolean };
type Opened = { type: 'silent' } | Shown;
type Prepared = Opened | { type: 'form'; view: ModalView };

/** What an acknowledgement can carry: words for whoever typed a command, another form in the place of a form. */
export interface Acknowledgement {
  command?: RespondArguments;
  form?: ViewResponseAction;
}

export type Acknowledge = (answer: Acknowledgement) => Promise<void>;

/**
 * Runs what a person asked for, acknowledges it in time and shows them the answer.
 * Rejects only when Slack did not take the acknowledgement.
 */
export type Answering = (
  asked: Asked,
  where: Where,
  acknowledge: Acknowledge,
  arrivedAt: Date,
) => Promise<void>;

export function createAnswering(onCommand: Deps['onCommand'], log: Log): Answering {
  return async (asked, { outward, clients }, acknowledge, arrivedAt) => {
    const deps: Deps = { outward, clients, onCommand, log };
    const leftMs = ACKNOWLEDGE_WITHIN_MS - (Date.now() - arrivedAt.getTime());
    const working = carryOut(asked, deps);
    const inTime = await within(Math.max(0, leftMs), working);
    if (!inTime) await acknowledge({});
    const left = inTime ? await acknowledgeWith(asked, inTime, acknowledge) : await working;
    const message = left.type === 'form' ? await openForm(asked, left.view, deps) : left;
    if (message.type !== 'message') return;
    if (asked.channelId === IN_VIEW) await showOverView(asked, message.message, deps);
    else await show(asked, message, deps);
  };
}

/** A form that follows a form takes its place, with the acknowledgement; any other is opened as soon as it is known. */
async function carryOut(asked: Asked, deps: Deps): Promise<Prepared> {
  if ('problem' in asked.what) return sentence(asked.what.problem, asked, deps);
  const { command } = asked.what;
  try {
    const answer = await deps.onCommand(command);
    if (answer.type === 'silent') return answer;
    if (answer.type === 'form') {
      const view = modal(answer.form, asked);
      return asked.from === 'form' ? { type: 'form', view } : await openForm(asked, view, deps);
    }
    const content = answer.type === 'say' ? { ...answer, type: 'reply' as const } : answer;
    const { inPlace = false } = answer;
    return { type: 'message', message: await deps.outward.rendered(content), inPlace };
  } catch (error) {
    if (error instanceof NotPossible) return sentence((texts) => error.in(texts), asked, deps);
    deps.log.error({ err: error, code: codeOf(error), command: command.name }, 'slack: a command failed');
    return sentence(({ says }) => says.chat.wentWrong, asked, deps);
  }
}

/** @returns what is left to be shown. Commands and forms can be answered with the acknowledgement itself. */
async function acknowledgeWith(
  asked: Asked,
  prepared: Prepared,
  acknowledge: Acknowledge,
): Promise<Prepared> {
  if (prepared.type === 'message' && asked.from === 'typed') {
    await acknowledge({ command: { response_type: 'ephemeral', ...prepared.message } });
    return { type: 'silent' };
  }
  if (prepared.type === 'message' && asked.from === 'form' && asked.channelId === IN_VIEW) {
    const words = wordsView(prepared.message);
    if (words) {
      await acknowledge({ form: { response_action: 'update', view: words } });
      return { type: 'silent' };
    }
  }
  if (prepared.type === 'form') {
    await acknowledge({ form: { response_action: 'update', view: prepared.view } });
    return { type: 'silent' };
  }
  await acknowledge({});
  return prepared;
}

async function openForm(asked: Asked, view: ModalView, deps: Deps): Promise<Opened> {
  try {
    await asking('write', () => deps.clients.ask.views.open({ trigger_id: asked.triggerId, view }));
    return { type: 'silent' };
  } catch (error) {
    deps.log.warn({ err: error, code: codeOf(error) }, 'slack: a form could not be opened');
    return sentence(({ says }) => says.chat.formTooLate, asked, deps);
  }
}

async function show(
  { channelId, threadRoot, userId, responseUrl }: Asked,
  { message, inPlace = false }: Shown,
  { clients, outward, log }: Deps,
): Promise<void> {
  const threadTs = threadRoot?.messageId ?? null;
  if (responseUrl && (await respond(responseUrl, clients.apiUrl, message, threadTs, inPlace))) return;
  try {
    await outward.tell(channelId, threadTs, userId, message);
  } catch (error) {
    log.warn({ err: error, code: codeOf(error) }, 'slack: an answer could not be shown');
  }
}

/**
 * Somebody's own page is no conversation: words open above it, and what has buttons comes into their conversation with the bot, where
 * they work as everywhere else. It does not stay there: nobody would take it back from whoever is kept out of the case later.
 */
async function showOverView(
  { triggerId, userId, locale }: Asked,
  message: Rendered,
  deps: Deps,
): Promise<void> {
  const { clients, outward, log } = deps;
  const words = wordsView(message);
  if (words && (await openAbove(words))) return;
  try {
    await outward.tell(null, null, userId, message);
  } catch (error) {
    log.warn({ err: error, code: codeOf(error) }, 'slack: an answer could not be shown');
    return;
  }
  if (!words) await openAbove(pointerView(textsIn(locale)));

  async function openAbove(view: ModalView): Promise<boolean> {
    try {
      await asking('write', () => clients.ask.views.open({ trigger_id: triggerId, view }));
      return true;
    } catch (error) {
      log.warn({ err: error, code: codeOf(error) }, 'slack: an answer could not be shown above a page');
      return false;
    }
  }
}

async function sentence(said: Wording, { locale }: Asked, { outward }: Deps): Promise<Opened> {
  const blocks = [paragraph(said(textsIn(locale)))];
  return { type: 'message', message: await outward.rendered({ type: 'reply', blocks }) };
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'UNEXPECTED';
}

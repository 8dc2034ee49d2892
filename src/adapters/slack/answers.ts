import type { RespondArguments, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Answer, ChatCommand } from '../../chat/command.ts';
import { paragraph } from '../../chat/rich.ts';
import { AppError, NotPossible } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import { modal } from './forms.ts';
import type { Asked } from './interactions.ts';
import type { Outward } from './posting.ts';
import type { Rendered } from './render.ts';
import { respond } from './response-url.ts';
import { within } from './waiting.ts';

/**
 * Slack waits 3 s for an acknowledgement. It is given after the work, so that a crash before the work is done shows the
 * person an error instead of nothing; but not later than this (ms).
 */
const ACKNOWLEDGE_WITHIN_MS = 2_500;

const WENT_WRONG = 'Something went wrong on our side; nothing was changed. Please try again.';
const FORM_TOO_LATE = 'The form took too long to open. Please try again.';

interface Deps {
  onCommand: (command: ChatCommand) => Promise<Answer>;
  outward: Outward;
  clients: Clients;
  log: Log;
}

type Prepared =
  | { type: 'silent' }
  | { type: 'message'; message: Rendered }
  | { type: 'form'; view: ModalView };

/** What an acknowledgement can carry: words for whoever typed a command, another form in the place of a form. */
export interface Acknowledgement {
  command?: RespondArguments;
  form?: ViewResponseAction;
}

export type Acknowledge = (answer: Acknowledgement) => Promise<void>;

/** Runs what a person asked for, acknowledges it in time and shows them the answer. Rejects only when Slack did not take the acknowledgement. */
export type Answering = (asked: Asked, acknowledge: Acknowledge) => Promise<void>;

export function createAnswering(deps: Deps): Answering {
  return async (asked, acknowledge) => {
    const working = prepare(asked, deps);
    const prepared = await within(ACKNOWLEDGE_WITHIN_MS, working);
    
    const left = prepared
      ? await acknowledgeWith(asked, prepared, acknowledge, deps)
      : await afterwards(asked, await working, deps);
    if (left) await show(asked, left, deps);
  };
}

async function prepare(asked: Asked, deps: Deps): Promise<Prepared> {
  if ('problem' in asked.what) return sentence(asked.what.problem, deps);
  const { command } = asked.what;
  try {
    const answer = await deps.onCommand(command);
    if (answer.type === 'silent') return answer;
    if (answer.type === 'form') return { type: 'form', view: modal(answer.form, asked) };
    const content = answer.type === 'say' ? ({ type: 'reply', blocks: answer.blocks } as const) : answer;
    return { type: 'message', message: await deps.outward.rendered(content) };
  } catch (error) {
    if (error instanceof NotPossible) return sentence(error.message, deps);
    deps.log.error({ err: error, code: codeOf(error), command: command.name }, 'slack: a command failed');
    return sentence(WENT_WRONG, deps);
  }
}

/** @returns what is left to be shown. Commands and forms can be answered with the acknowledgement itself. */
async function acknowledgeWith(
  asked: Asked,
  prepared: Prepared,
  acknowledge: Acknowledge,
  deps: Deps,
): Promise<Rendered | null> {
  if (prepared.type === 'message' && asked.from === 'typed') {
    await acknowledge({ command: { response_type: 'ephemeral', ...prepared.message } });
    return null;
  }
  if (prepared.type === 'form' && asked.from === 'form') {
    await acknowledge({ form: { response_action: 'update', view: prepared.view } });
    return null;
  }
  const left = await afterwards(asked, prepared, deps);
  await acknowledge({});
  return left;
}

/** @returns what is left to be shown. */
async function afterwards(
  { triggerId }: Asked,
  prepared: Prepared,
  { clients, outward, log }: Deps,
): Promise<Rendered | null> {
  if (prepared.type === 'silent') return null;
  if (prepared.type === 'message') return prepared.message;
  try {
    await asking('write', () => clients.ask.views.open({ trigger_id: triggerId, view: prepared.view }));
    return null;
  } catch (error) {
    log.warn({ err: error, code: codeOf(error) }, 'slack: a form could not be opened');
    return outward.rendered({ type: 'reply', blocks: [paragraph(FORM_TOO_LATE)] });
  }
}

async function show(
  { channelId, threadRoot, userId, responseUrl }: Asked,
  message: Rendered,
  { clients, outward, log }: Deps,
): Promise<void> {
  const threadTs = threadRoot?.messageId ?? null;
  if (responseUrl && (await respond(responseUrl, clients.apiUrl, message, threadTs))) return;
  try {
    await outward.tell(channelId, threadTs, userId, message);
  } catch (error) {
    log.warn({ err: error, code: codeOf(error) }, 'slack: an answer could not be shown');
  }
}

async function sentence(text: string, { outward }: Deps): Promise<Prepared> {
  return { type: 'message', message: await outward.rendered({ type: 'reply', blocks: [paragraph(text)] }) };
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'UNEXPECTED';
}

import { setTimeout as after } from 'node:timers/promises';
import type { Inbound } from '../../chat/adapter.ts';
import type { Answer, ChatCommand, CommandSpec } from '../../chat/command.ts';
import { workspaceIdOf, type WorkspaceId } from '../../chat/ref.ts';
import { AppError, NotPossible } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { textsIn } from '../../texts/index.ts';
import type { Api } from './api.ts';
import type { Channels, KnownChannel } from './channels.ts';
import type { Communities } from './communities.ts';
import { CODE, discordCode } from './errors.ts';
import { completionOf, invokedBy, KIND, personOf, type Invoked, type RawInteraction } from './invocation.ts';
import type { Links } from './link.ts';
import { originMark } from './origin.ts';
import { optionsOf } from './components.ts';
import { createResponder, say, type Responder } from './respond.ts';
import { threadRootOf, toSnapshot } from './snapshot.ts';

/** A command that may open a form is waited for this long (ms); Discord takes a first answer within 3 s of its own sending. */
const FORM_WITHIN_MS = 2_000;

/** Waits before an answer that did not get through is sent again (ms). */
const FINISH_AGAIN_AFTER_MS = [500, 2_000];

export interface Listening {
  api: Api;
  channels: Channels;
  communities: Communities;
  links: Links;
  inbound: Inbound;
  commands: readonly CommandSpec[];
  log: Log;
}

/** Handles one interaction to the end. Never rejects: there is nobody to deliver it again. */
export async function answerInteraction(interaction: RawInteraction, listening: Listening): Promise<void> {
  const { log } = listening;
  try {
    if (interaction.type === KIND.completion) await complete(interaction, listening);
    else await run(interaction, listening);
  } catch (error) {
    log.warn(
      { err: error, code: codeOf(error), interaction: interaction.id },
      'an interaction could not be answered',
    );
  }
}

async function run(interaction: RawInteraction, listening: Listening): Promise<void> {
  const onMessage = interaction.message !== undefined;
  const responder = createResponder(listening.api, interaction, onMessage);
  const invoked = invokedBy(interaction);
  const texts = textsIn(interaction.locale);
  if (!invoked) return responder.finish(say(texts.says.chat.outdated), {});

  const spec = listening.commands.find(({ name }) => name === invoked.name);
  // Nothing may be sent before a form, and a form cannot be answered by another: only then is there something to wait for.
  const mayOpenForm = spec?.mayOpenForm === true && invoked.from !== 'form';
  if (!mayOpenForm && !(await responder.defer())) {
    return listening.log.warn(
      { command: invoked.name },
      'an interaction came too late or was answered elsewhere',
    );
  }

  const answering = answerTo(interaction, invoked, listening);
  if (mayOpenForm && (await isSlow(answering)) && !(await responder.defer())) {
    listening.log.warn({ command: invoked.name }, 'an interaction was answered too late to be shown');
  }
  const { answer, mark } = await answering;
  await finish(responder, answer, mark);
}

/** The answer only one person sees may well be sent again when it is not clear whether it came through. */
async function finish(responder: Responder, answer: Answer, mark: Record<string, string>): Promise<void> {
  for (const waitMs of FINISH_AGAIN_AFTER_MS) {
    try {
      return await responder.finish(answer, mark);
    } catch (error) {
      if (!(error instanceof AppError) || error.retry === 'never') throw error;
      await after(waitMs);
    }
  }
  return responder.finish(answer, mark).catch((error: unknown) => {
    if (discordCode(error) !== CODE.alreadyAcknowledged) throw error;
  });
}

async function isSlow(work: Promise<unknown>): Promise<boolean> {
  const stop = new AbortController();
  const timer = after(FORM_WITHIN_MS, true, { signal: stop.signal }).catch(() => false);
  const slow = await Promise.race([work.then(() => false), timer]);
  stop.abort();
  return slow;
}

/** Never rejects: what goes wrong becomes words for the person. */
async function answerTo(
  interaction: RawInteraction,
  invoked: Invoked,
  listening: Listening,
): Promise<{ answer: Answer; mark: Record<string, string> }> {
  const texts = textsIn(interaction.locale);
  const { says } = texts;
  try {
    const command = await commandOf(interaction, invoked, listening);
    if (!command) return { answer: say(says.chat.notOurServer), mark: {} };
    const mark = interaction.guild_id ? {} : originMark(command.workspaceId);
    return { answer: await listening.inbound.onCommand(command), mark };
  } catch (error) {
    if (error instanceof NotPossible) return { answer: say(error.in(texts)), mark: {} };
    listening.log.error({ err: error, code: codeOf(error), command: invoked.name }, 'a command failed');
    return { answer: say(says.chat.wentWrong), mark: {} };
  }
}

async function commandOf(
  interaction: RawInteraction,
  invoked: Invoked,
  listening: Listening,
): Promise<ChatCommand | null> {
  const by = personOf(interaction);
  const { channel: raw, guild_id: guildId } = interaction;
  if (!by || !raw) return null;
  const workspaceId = await workspaceOf(interaction, invoked.workspaceId, by.userId, listening);
  if (!workspaceId) return null;

  const channel = listening.channels.known(raw.id) ?? listening.channels.learn(raw, guildId);
  const threadRoot = threadRootOf(channel);
  return {
    interactionId: interaction.id,
    workspaceId,
    channelId: threadRoot?.channelId ?? channel.id,
    threadRoot,
    by,
    from: invoked.from,
    name: invoked.name,
    values: invoked.values,
    ...(invoked.files.length > 0 && { files: invoked.files }),
    target: targetOf(invoked, channel, workspaceId, listening),
  };
}

function targetOf(
  { target }: Invoked,
  channel: KnownChannel,
  workspaceId: WorkspaceId,
  { channels, links }: Listening,
) {
  const names = { channel: (id: string) => channels.known(id)?.name ?? null, role: channels.roleName };
  return target && toSnapshot({ message: target, channel, workspaceId, names, links });
}

async function workspaceOf(
  { guild_id: guildId }: RawInteraction,
  named: WorkspaceId | null,
  userId: string,
  { communities }: Listening,
): Promise<WorkspaceId | null> {
  if (guildId) return communities.has(guildId) ? workspaceIdOf('discord', guildId) : null;
  return named && communities.hasWorkspace(named) ? named : communities.ofPerson(userId);
}

async function complete(
  interaction: RawInteraction,
  { api, communities, inbound, log }: Listening,
): Promise<void> {
  const responder: Responder = createResponder(api, interaction, false);
  const asked = completionOf(interaction);
  const by = personOf(interaction);
  const { guild_id: guildId } = interaction;
  if (!asked || !by || !guildId || !communities.has(guildId)) return responder.choices([]);
  try {
    const { userId, groups, locale } = by;
    const found = await inbound.onComplete({
      ...asked,
      workspaceId: workspaceIdOf('discord', guildId),
      by: { userId, groups, locale },
    });
    await responder.choices(optionsOf(found).map(({ label, value }) => ({ name: label, value })));
  } catch (error) {
    log.warn({ err: error, code: codeOf(error), command: asked.command }, 'completing an option failed');
    await responder.choices([]);
  }
}

const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : 'UNEXPECTED');

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Journal } from '../journal.ts';
import { argsOf, readBody } from './api/args.ts';
import { newMessage, say, takeAway } from './api/chat.ts';
import { readContent } from './api/content.ts';
import { refuseByFault, type WebApi } from './api/index.ts';
import type { Ground } from './api/method.ts';
import { ApiRefusal, type Json, type StoredMessage, type Timings } from './types.ts';
import { ORIGIN } from './wire.ts';

const RESPONSE_PATH = '/slack/response/';
/** So often one address works. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const USES_MAX = 5;

/** What a response_url answers to. */
export interface Occasion {
  user: string;
  channel: string;
  thread: string | null;
  /** The message with the button; null for a command. */
  message: string | null;
}

/** Addresses where the app may answer an interaction, and the answers themselves. */
export interface ResponseUrls {
  issue(occasion: Occasion): string;
  /** Shows an answer: to the person alone unless it says `in_channel`. @throws {ApiRefusal} */
  answer(occasion: Occasion, body: Json): void;
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

type Issued = Occasion & { id: string; team: string; uses: number; until: number };

export function createResponseUrls(
  ground: Ground,
  deps: { journal: Journal; now: () => Date; timings: Timings; api: WebApi },
): ResponseUrls {
  const { directory, messages, events, mint } = ground;
  const { now, timings, api } = deps;
  const table = deps.journal.table<Issued>('slack.response-urls');

  const replace = (original: StoredMessage, body: Json) => {
    const { blocks: _blocks, attachments: _attachments, ...kept } = original;
    const replaced = {
      ...kept,
      ...readContent(argsOf(body)),
      edited: { user: directory.bot.id, ts: mint.ts() },
    };
    messages.save(replaced);
    if (!original.ephemeralFor) events.changed(replaced, original);
  };
  const answer = (occasion: Occasion, body: Json) => {
    const original = occasion.message === null ? undefined : messages.get(occasion.channel, occasion.message);
    if (body['delete_original'] === true) {
      if (original?.ephemeralFor) messages.remove(original);
      else if (original) takeAway(ground, original);
      return;
    }
    if (body['replace_original'] === true && original) return replace(original, body);
    const channel = directory.channel(occasion.channel);
    if (!channel) throw new ApiRefusal('channel_not_found');
    const content = readContent(argsOf(body));
    const thread = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : occasion.thread;
    if (body['response_type'] === 'in_channel') say(ground, channel, content, thread);
    else messages.save({ ...newMessage(ground, channel, content, thread), ephemeralFor: occasion.user });
  };
  const use = (id: string, body: string): { status: number; error: string | null } => {
    const issued = table.get(id);
    if (!issued || issued.until < now().getTime()) return { status: 404, error: 'expired_url' };
    if (issued.uses >= USES_MAX) return { status: 404, error: 'used_url' };
    try {
      answer(issued, JSON.parse(body) as Json);
      table.set(id, { ...issued, uses: issued.uses + 1 });
      return { status: 200, error: null };
    } catch (error) {
      if (error instanceof SyntaxError) return { status: 400, error: 'invalid_payload' };
      if (error instanceof ApiRefusal) return { status: 400, error: error.code };
      throw error;
    }
  };

  return {
    issue: (occasion) => {
      for (const old of table.values()) if (old.until < now().getTime()) table.delete(old.id);
      const id = mint.id('').toLowerCase() + mint.id('').toLowerCase();
      table.set(id, {
        ...occasion,
        id,
        team: directory.teamId,
        uses: 0,
        until: now().getTime() + timings.responseUrlLivesMs,
      });
      return `${ORIGIN}${RESPONSE_PATH}${id}`;
    },
    answer,
    handle: async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!pathname.startsWith(RESPONSE_PATH)) return false;
      // Of another workspace's people; one that nobody knows, anybody refuses.
      const issued = table.get(pathname.slice(RESPONSE_PATH.length));
      if (issued && issued.team !== directory.teamId) return false;
      const body = await readBody(request).catch(() => '');
      if (refuseByFault(ground, 'response_url', response, api.note)) return true;
      const { status, error } = use(pathname.slice(RESPONSE_PATH.length), body);
      api.note('response_url', status, error);
      if (ground.faults.take('lost_answer', 'response_url')) {
        response.socket?.destroy();
        return true;
      }
      response.writeHead(status, {
        'content-type': error ? 'application/json; charset=utf-8' : 'text/plain',
      });
      response.end(error ? JSON.stringify({ ok: false, error }) : 'ok');
      return true;
    },
  };
}

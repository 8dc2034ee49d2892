import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from '../limits.ts';
import type { CallView } from '../platform.ts';
import { DISCORD_TOKEN } from '../seed.ts';
import type { Faults } from './faults.ts';
import { count, type Counted } from './limits.ts';
import type { NewFile } from './new-file.ts';
import { ApiRefusal } from './refusal.ts';
import { readBody } from './request-body.ts';
import { type Answer, misbehaviour, refusalAnswer, send, tooMany, UNAUTHORISED } from './rest-answer.ts';
import type { Json } from './types.ts';
import type { World } from './world.ts';

/** Where the API is, below the server's address. */
export const API_PATH = '/discord/api/v10';

/** One call of the app's, taken apart. */
export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  body: Json;
  /** Files of a multipart body by the number in `files[n]`. */
  files: Map<number, NewFile>;
  /** Address the app reached the server by. */
  host: string;
}

export interface Reply {
  status: number;
  body: unknown;
}

/** `open` routes carry their own token in the path instead of the bot's. */
export interface Route {
  method: string;
  path: string;
  open?: boolean;
  run(call: Call): Reply | Promise<Reply>;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const nothing: Reply = { status: 204, body: null };

/** Calls remembered for tests. */
const CALLS_MAX = 2_000;

export interface Rest {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  calls(): CallView[];
}

/**
 * Finds the route of a call, runs it, and answers as Discord's HTTP API does, with the misbehaviour that is switched on.
 * @param guilds each call is run by the one whose channel, person or interaction it is about; else by the first
 */
export function createRest(
  guilds: readonly Owner[],
  faults: Faults,
  now: () => Date,
  limits: Limits | null,
): Rest {
  const patterns = guilds[0]!.routes.map((route, index) => ({
    route,
    index,
    pattern: patternOf(route.path),
  }));
  const calls: CallView[] = [];

  const find = (method: string, path: string): Found | null => {
    for (const { route, index, pattern } of patterns) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match) return { route, index, groups: match.groups ?? {} };
    }
    return null;
  };
  const answerTo = async (request: IncomingMessage, path: string, found: Found | null): Promise<Answer> => {
    const call = `${request.method ?? 'GET'} ${path}`;
    const parsed = await readBody(request).catch((error: unknown) => asRefusal(error));
    const broken = misbehaviour(faults, call);
    if (broken) return broken;
    const cut = faults.take('lost_answer', call) !== null;
    try {
      if (parsed instanceof ApiRefusal) throw parsed;
      if (!found?.route.open && !isAuthorised(request)) return { ...UNAUTHORISED, cut };
      if (!found) throw new ApiRefusal(0);
      const query = new URL(request.url!, 'http://localhost').searchParams;
      const host = request.headers.host ?? 'localhost';
      const params = decoded(found.groups);
      const owner = guilds.find(({ world }) => isAbout(world, params, parsed.body)) ?? guilds[0]!;
      const reply = await owner.routes[found.index]!.run({ ...parsed, params, query, host });
      return { ...reply, error: null, headers: {}, cut };
    } catch (error) {
      return { ...refusalAnswer(asRefusal(error)), cut };
    }
  };

  return {
    async handle(request, response) {
      const path = request.url!.split('?')[0]!.slice(API_PATH.length);
      const method = request.method ?? 'GET';
      const found = find(method, path);
      const route = `${method} ${found?.route.path ?? 'unknown'}`;
      const counted: Counted | null = limits && !found?.route.open ? count(limits, route, path) : null;
      const answer = counted && !counted.isAllowed ? tooMany(counted) : await answerTo(request, path, found);
      const { status, error } = answer;
      calls.push({ at: now().toISOString(), method: `${method} ${withoutTokens(path)}`, status, error });
      if (calls.length > CALLS_MAX) calls.shift();
      if (answer.cut) request.socket.destroy();
      else send(response, answer, route, counted);
    },
    calls: () => calls.map((call) => ({ ...call })),
  };
}

interface Owner {
  world: World;
  routes: Route[];
}

/** Whether a call is about this server, or somebody or something in it. */
function isAbout(world: World, params: Record<string, string>, body: Json): boolean {
  const { guild, channel, user, token } = params;
  if (guild !== undefined) return world.seed.id === guild;
  if (channel !== undefined) return world.channel(channel) !== null;
  if (token !== undefined) return world.interactions.get(token) !== undefined;
  const person = user ?? body['recipient_id'];
  return typeof person === 'string' && !world.isBot(person) && world.userName(person) !== null;
}

interface Found {
  route: Route;
  index: number;
  groups: Record<string, string>;
}

/** `/channels/:channel/messages` as an expression with named groups. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('@', '(?:@|%40)').replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
}

function decoded(groups: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new ApiRefusal(0);
  }
}

function isAuthorised(request: IncomingMessage): boolean {
  return request.headers.authorization === `Bot ${DISCORD_TOKEN}`;
}

/** Interaction tokens are secrets for a quarter of an hour. */
function withoutTokens(path: string): string {
  return path.replace(/^\/(interactions|webhooks)\/([^/]+)\/[^/]+/, '/$1/$2/{token}');
}

function asRefusal(error: unknown): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  throw error;
}

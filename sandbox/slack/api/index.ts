import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from '../../limits.ts';
import type { CallView } from '../../platform.ts';
import { SLACK_APP_TOKEN } from '../../seed.ts';
import type { Installs } from '../installs.ts';
import type { Origin } from '../origin.ts';
import { ApiRefusal, type Json } from '../types.ts';
import { type Args, argsOf, parseArgs, readBody } from './args.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { limitHit } from './limits.ts';
import { GRANTED, type Ground, type Method } from './method.ts';
import { peopleMethods } from './people.ts';
import { reactionMethods } from './reactions.ts';
import { requireScope } from './reach.ts';
import { surfaceMethods } from './surfaces.ts';
import { uploadMethods } from './uploads.ts';

const API_PATH = '/slack/api/';
/** So many calls are remembered. */
const CALLS_KEPT = 1_000;

const METHODS: Record<string, Method> = {
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...reactionMethods,
  ...surfaceMethods,
  ...uploadMethods,
};

/** Where a call is carried out: in the workspace of its token. */
interface Reached {
  grounds: readonly Ground[];
  installs: Installs;
}

/** Slack's Web API. https://docs.slack.dev/apis/web-api */
export interface WebApi {
  /** @returns false when the path is not under /slack/api/. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  calls(): CallView[];
  /** Notes a call that is answered elsewhere, such as one to a response_url. */
  note(this: void, method: string, status: number, error: string | null): void;
}

/** @param limits null: calls are not counted. */
export function createWebApi(
  grounds: readonly Ground[],
  installs: Installs,
  origin: Origin,
  now: () => Date,
  limits: Limits | null = null,
): WebApi {
  const [main] = grounds;
  if (!main) throw new Error('there is no workspace');
  const { faults } = main;
  const calls: CallView[] = [];
  const note = (method: string, status: number, error: string | null) => {
    calls.push({ at: now().toISOString(), method, status, error });
    if (calls.length > CALLS_KEPT) calls.shift();
  };

  const answer = (response: ServerResponse, method: string, body: Json) => {
    note(method, 200, body['ok'] === true ? null : String(body['error']));
    if (faults.take('lost_answer', method)) {
      response.socket?.destroy();
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': GRANTED.filter((scope) => !faults.lacksScope(scope)).join(','),
    });
    response.end(origin.json(body));
  };

  return {
    handle: async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!pathname.startsWith(API_PATH)) return false;
      const name = pathname.slice(API_PATH.length);
      // Only the app's own calls count: a browser may come by another name.
      origin.learn(request.headers.host);
      const body = await readBody(request).catch((error: unknown) => {
        if (error instanceof ApiRefusal) return error;
        throw error;
      });
      if (refuseByFault(main, name, response, note)) return true;
      const isRead = !(body instanceof ApiRefusal);
      const args = isRead ? argsIn(request, body) : argsOf({});
      const team = teamIn(tokenOf(request, args), installs);
      const hit = limits && isRead && limitHit(limits, team, name, args);
      if (hit) {
        refuse(response, name, 429, 'ratelimited', note, Math.max(1, Math.ceil(hit.resetAfterMs / 1_000)));
        return true;
      }
      answer(response, name, isRead ? call(name, request, body, { grounds, installs }) : refusal(body));
      return true;
    },
    calls: () => [...calls],
    note,
  };
}

/** Answers 429 or 5xx when a fault says so; the call is not carried out. */
export function refuseByFault(
  { faults }: Pick<Ground, 'faults'>,
  method: string,
  response: ServerResponse,
  note: WebApi['note'],
): boolean {
  const limited = faults.take('rate_limit', method);
  const broken = limited ? null : faults.take('server_error', method);
  if (!limited && !broken) return false;
  const status = limited ? 429 : (broken?.status ?? 500);
  const error = limited ? 'ratelimited' : 'internal_error';
  refuse(response, method, status, error, note, limited?.retryAfterS);
  return true;
}

function refuse(
  response: ServerResponse,
  method: string,
  status: number,
  error: string,
  note: WebApi['note'],
  retryAfterS?: number,
): void {
  note(method, status, error);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
  });
  response.end(JSON.stringify({ ok: false, error }));
}

/** Arguments that cannot be read are refused later, with their code. */
function argsIn(request: IncomingMessage, body: string): Args {
  try {
    return parseArgs(request, body);
  } catch {
    return argsOf({});
  }
}

/** The workspace of a token; that of none is nobody's. */
function teamIn(token: string, installs: Installs): string {
  try {
    return installs.teamOf(token);
  } catch {
    return '';
  }
}

function call(name: string, request: IncomingMessage, body: string, { grounds, installs }: Reached): Json {
  try {
    if (name === 'oauth.v2.access')
      return { ok: true, scope: GRANTED.join(','), ...installs.access(parseArgs(request, body)) };
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (!method) throw new ApiRefusal('unknown_method', { req_method: name });
    const args = parseArgs(request, body);
    const token = tokenOf(request, args);
    const ground = groundOf(token, method, grounds, installs);
    if (name === 'auth.revoke') installs.revoke(token);
    if (method.scope !== null) requireScope(ground.faults, method.scope);
    return { ok: true, ...method.run(args, ground, request.headers.host ?? 'localhost') };
  } catch (error) {
    if (error instanceof ApiRefusal) return refusal(error);
    throw error;
  }
}

function refusal({ code, details }: ApiRefusal): Json {
  return { ok: false, error: code, ...details };
}

function tokenOf(request: IncomingMessage, args: Args): string {
  const [, bearer] = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return bearer ?? args.text('token') ?? '';
}

/** @throws {ApiRefusal} */
function groundOf(token: string, method: Method, grounds: readonly Ground[], installs: Installs): Ground {
  if (token === '') throw new ApiRefusal('not_authed');
  const isApps = token === SLACK_APP_TOKEN;
  const team = isApps ? null : installs.teamOf(token);
  if (isApps !== (method.token === 'app')) throw new ApiRefusal('not_allowed_token_type');
  const ground = isApps ? grounds[0] : grounds.find(({ directory }) => directory.teamId === team);
  if (!ground) throw new ApiRefusal('invalid_auth');
  return ground;
}

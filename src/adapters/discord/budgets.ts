import { createHash } from 'node:crypto';
import type { Limit, NextCall, Pace, Toll } from '../../chat/pace.ts';
import type { Call } from './call.ts';

/**
 * All calls of a bot together: 50 a second. In a little more than that, since calls do not all take the same time on the way.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export const GLOBAL = { key: 'discord', calls: 50, perMs: 1_030 };

/** Discord tells its limits with its answers; until the first one of a kind we are careful. */
const UNTOLD: Limit = { calls: 5, perMs: 5_000 };
const UNTOLD_REACTION: Limit = { calls: 1, perMs: 250 };

/** Calls take their time on the way, not all the same: so much longer than Discord says (ms). */
const LONGER_MS = 150;

/** Room Discord says it has left, with one answer. */
export interface Room {
  bucket: string;
  limit: number;
  remaining: number;
  resetAfterMs: number;
}

/** Calls are limited by what they do (`name`) and to what (`major`), other ids do not count. */
interface Route {
  name: string;
  major: string;
}

function routeOf(method: string, route: string): Route {
  const [, major = ''] = /^\/(?:channels|guilds|webhooks)\/(\d+)/.exec(route) ?? [];
  const path = route.replace(/\/reactions\/.*$/, '/reactions/:emoji').replaceAll(/\d{15,20}/g, ':id');
  return { name: `${method.toUpperCase()} ${path}`, major };
}

/** What a call to Discord uses up, as far as it is known. */
export async function tollOf(pace: Pace, method: string, route: string): Promise<Toll> {
  const { name, major } = routeOf(method, route);
  const known = await pace.learned(name);
  const limit = known ?? (name.endsWith('/reactions/:emoji') ? UNTOLD_REACTION : UNTOLD);
  const key = `discord ${known?.sharedName ?? name} ${major}`;
  const line = { key, calls: limit.calls, perMs: limit.perMs + LONGER_MS };
  return { line, ceiling: GLOBAL };
}

/** Room that is kept for a post together with the call before it. */
export async function nextOf(pace: Pace, call: Call): Promise<NextCall> {
  const { line } = await tollOf(pace, 'post', call.route);
  return { ticket: ticketOf('post', call), line: line.key };
}

/** A span is only seen whole with the first of its calls. Where there is no room left, nobody calls until there is. */
export async function heed(pace: Pace, room: Room, method: string, route: string): Promise<void> {
  const { bucket, limit, remaining, resetAfterMs } = room;
  if (remaining === limit - 1)
    await pace.learn(routeOf(method, route).name, { bucket, calls: limit, perMs: resetAfterMs });
  if (remaining === 0) await pace.hold((await tollOf(pace, method, route)).line.key, resetAfterMs, 'full');
}

/** The same for every attempt at the same thing, whatever its words are by then. No words are in it. */
export function ticketOf(method: string, { route, query, body }: Call): string {
  const nonce = typeof body === 'object' && body !== null && 'nonce' in body ? body.nonce : null;
  const what = nonce ?? (method === 'patch' ? null : (body ?? null));
  const hash = createHash('sha256').update(JSON.stringify([method, route, query ?? null, what]));
  return `discord ${hash.digest('base64url').slice(0, 22)}`;
}

import type { Left, Limits } from '../limits.ts';

/** All calls of the bot, answers to interactions left out. https://docs.discord.com/developers/topics/rate-limits */
export const GLOBAL = { calls: 50, perMs: 1_000 };

/**
 * Discord publishes none of these: they are what its answers usually say. Each counts for one channel or server.
 * Every other route counts by itself, as the last line does.
 */
const ROUTES: readonly (readonly [route: RegExp, bucket: string, calls: number, perMs: number])[] = [
  [/^POST \/channels\/[^/]+\/messages$/, 'post', 5, 5_000],
  [/^(?:PUT|DELETE) .*\/reactions\//, 'react', 1, 250],
  [/^PATCH \/channels\/[^/]+\/messages\//, 'edit', 5, 5_000],
  [/^POST .*\/threads$/, 'thread', 50, 300_000],
  [/^GET \/channels\/[^/]+\/messages$/, 'list', 5, 5_000],
  [/./, '', 10, 10_000],
];

/** What a call leaves of the room of its bucket, and whether all of the bot's room is used up. */
export interface Counted extends Left {
  bucket: string;
  isGlobal: boolean;
}

/** @param route with the names of its parts, such as `GET /channels/:channel`. @param path the one asked for */
export function count(limits: Limits, route: string, path: string): Counted {
  const all = limits.window('global', GLOBAL.calls, GLOBAL.perMs);
  const [method = ''] = route.split(' ', 1);
  const [, bucket = '', calls = 0, perMs = 0] =
    ROUTES.find(([pattern]) => pattern.test(`${method} ${path}`)) ?? [];
  const name = bucket || route;
  if (!all.isAllowed) return { ...all, bucket: name, isGlobal: true };
  const [, major = ''] = /^\/(?:channels|guilds)\/([^/]+)/.exec(path) ?? [];
  return { ...limits.window(`${name} ${major}`, calls, perMs), bucket: name, isGlobal: false };
}

import type { RawFile, RouteLike } from 'discord.js';

/** One call of Discord's REST API. */
export interface Call {
  /** From discord.js' `Routes`. */
  route: RouteLike;
  query?: Record<string, string | number>;
  body?: unknown;
  files?: RawFile[];
  /** Permissions by their names in Discord's API; for the error when one is missing. */
  needs?: readonly string[];
  where?: string;
  /** A post that follows it at once: room is kept for both. */
  next?: Call;
  /** False for the calls whose route carries its own token (interactions). */
  auth?: boolean;
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

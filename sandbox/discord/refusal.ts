import type { Json } from './types.ts';

/** HTTP status and words for each code. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REFUSALS = {
  0: [404, '404: Not Found'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'This thread is locked'],
} as const satisfies Record<number, readonly [number, string]>;

/** A code the sandbox answers with. */
export type RefusalCode = keyof typeof REFUSALS;

/** Thrown while a call of the app's is handled; becomes the answer `{ message, code, errors? }`. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: RefusalCode;
  readonly errors: Json | null;
  /** When to come back (s), for those that wear off. */
  readonly retryAfterS: number;

  constructor(code: RefusalCode, errors: Json | null = null, retryAfterS = 1) {
    super(REFUSALS[code][1]);
    this.name = 'ApiRefusal';
    this.code = code;
    this.status = REFUSALS[code][0];
    this.errors = errors;
    this.retryAfterS = retryAfterS;
  }
}

/** What Discord says about each wrong field. */
export interface Problems {
  add(path: readonly (string | number)[], code: string, message: string): void;
  /** @throws {ApiRefusal} 50035 with the tree of what was added, if anything was. */
  throwIfAny(): void;
}

/** Collects wrong fields, so that one answer names them all. https://docs.discord.com/developers/reference#error-messages */
export function collectProblems(): Problems {
  const tree: Json = {};
  return {
    add(path, code, message) {
      let node = tree;
      for (const key of path) node = (node[key] ??= {}) as Json;
      const list = (node['_errors'] ??= []) as Json[];
      list.push({ code, message });
    },
    throwIfAny() {
      if (Object.keys(tree).length > 0) throw new ApiRefusal(50035, tree);
    },
  };
}

/** A refusal for one wrong field. */
export function invalidField(path: readonly (string | number)[], code: string, message: string): ApiRefusal {
  const problems = collectProblems();
  problems.add(path, code, message);
  try {
    problems.throwIfAny();
  } catch (error) {
    return error as ApiRefusal;
  }
  return new ApiRefusal(50035);
}

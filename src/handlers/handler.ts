import type { z } from 'zod';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { Policy } from '../policy/schema.ts';
import type { Composer } from '../replies/composer.ts';
import type { Gifts } from '../store/gifts-port.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../log.ts';

/** What a handler may use. */
export interface Context {
  /** For reading, and for writing what may be repeated. */
  store: Store;
  /** For the job's one effect: the call marks the job done in its own transaction, and does nothing when it was done before. */
  once: Store;
  /** The running policy; read it anew in every run. */
  policy(): Policy;
  /** For the code of a gift, at the moment it is delivered. */
  gifts: Gifts;
  compose: Composer;
  /** The adapter of a workspace's platform. @throws {PlatformUnavailable} when that platform is switched off */
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
  log: Log;
}

/** Which worker runs it: slow ones must not hold up quick ones. */
export type Lane = 'record' | 'deliver' | 'files' | 'scan';

/** One reaction to something that is in the record. Safe to run any number of times. */
export interface Handler<T = unknown> {
  /** The file's name and the job's. */
  name: string;
  lane: Lane;
  /** Ids only, never text. */
  data: z.ZodType<T>;
  run(data: T, context: Context): Promise<void>;
}

export function defineHandler<T>(handler: Handler<T>): Handler {
  return handler;
}

import { AppError } from '../errors.ts';

/** Why a row was given up. Shown to the operator, so never with anybody's words in it. */
export interface Reason {
  code: string;
  message: string;
}

/**
 * What may be told of an error: its code. The messages of drivers hold queries and values, those of Redis even passwords.
 * A Redis error begins with its code, for example `WRONGPASS`.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  const ofRedis = error.name === 'ReplyError' ? /^[A-Z]+/.exec(error.message)?.[0] : undefined;
  return ofRedis ?? error.name;
}

/** Our own errors speak for people; of a foreign one only the code is told, and which handler met it. */
export function reasonOf(error: unknown, kind: string): Reason {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return { code: faultOf(error), message: `${kind} failed unexpectedly.` };
}

import { destination, pino, type Logger } from 'pino';

export type Log = Logger;

/** Paths whose values never reach a log: secrets, and what people wrote. */
const REDACTED = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'password',
  'text',
  'content',
  'query',
  'parameters',
  'params',
];

/** Where lines go one by one, for tests. */
export interface Lines {
  write(line: string): void;
}

/** The number of standard error among a process' files. */
const STDERR = 2;

/**
 * Structured lines on standard output, or on standard error where output is for the answer. Errors are reduced to name, code, message and stack:
 * drivers and clients hang requests, tokens and message text on theirs.
 */
export function createLog(level: string, to: 'output' | 'errors' | Lines = 'output'): Log {
  const options = {
    level,
    base: { name: 'hearback' },
    redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    serializers: { err: plainError },
  };
  if (to === 'output') return pino(options);
  return pino(options, to === 'errors' ? destination(STDERR) : to);
}

function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const { code } = error as { code?: unknown };
  const refusal = refusalOf(error);
  const stack = error.stack ?? '';
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: refusal ?? error.message,
    stack: refusal === null ? stack : framesOf(stack),
  };
}

/**
 * What may be said of a refusal by the database or by Redis: their words quote the values they were given, which are what
 * people wrote. Null for every other error.
 */
function refusalOf(error: Error): string | null {
  if ('severity' in error && 'code' in error) return `the database refused it (${String(error.code)})`;
  if (error.name === 'ReplyError') return `Redis refused it (${/^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR'})`;
  return null;
}

/** A stack without its first lines, which are the message. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

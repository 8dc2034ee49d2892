import { pino, type Logger } from 'pino';

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

/**
 * Structured lines on standard output. Errors are reduced to name, code, message and stack:
 * drivers and clients hang requests, tokens and message text on theirs.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: { name: 'hearback' },
    redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    serializers: { err: plainError },
  });
}

function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message,
    stack: error.stack,
  };
}

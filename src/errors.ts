import { textsIn, type Texts, type Wording } from './texts/index.ts';

/**
 * What the queue should do with a failed job: give up and tell the operator, try again with growing waits,
 * or try again after exactly so long.
 */
export type Retry = 'never' | 'backoff' | { afterMs: number };

/** Every code an error of ours can carry, with what it means. docs/errors.md is checked against this table. */
export const ERROR_CODES = {
  CONFIG_INVALID: 'The environment or hearback.yaml has faults; every one is listed with its place.',
  RATE_LIMITED: 'The platform asked us to wait; the work goes on by itself afterwards.',
  TARGET_GONE: 'The message, channel or person it was meant for no longer exists.',
  PERMISSION_MISSING: 'The bot lacks a scope, a permission or an invite; the message names which.',
  PERSON_UNREACHABLE: 'The person does not accept direct messages from the bot.',
  OUTCOME_UNKNOWN:
    'The platform did not say whether it did what was asked; it is looked up before it is repeated.',
  PLATFORM_REFUSED: 'The platform refused what we sent; repeating it cannot help.',
  PLATFORM_UNAVAILABLE: 'The platform could not be reached or answered with an error; it is tried again.',
  NOT_POSSIBLE: 'A person asked for something the rules do not allow; the message says what to do instead.',
  TEMPLATE_INVALID: 'A response template is wrong or lacks a value; nothing was sent.',
  WOULD_LEAK: 'Internal text was about to reach a place that is not private; it was not sent.',
  STORE_UNAVAILABLE: 'The database cannot be reached, or its disk is full.',
  HANDLER_UNKNOWN:
    'A job asks for something this version does not know; another version is running beside it.',
  JOB_DATA_INVALID: 'A job carries data this version cannot read; another version wrote it.',
  DATABASE_NOT_FOUND: 'No PostgreSQL could be started; the message says what to install or set.',
  DATABASE_MISMATCH:
    'The database was set up by another version of Hearback; the message names the migration.',
  KEY_MISSING: 'Something is sealed under a key this program does not have; the message names it.',
  KEYS_DIFFER:
    'The database was used with other keys; the program does not start, so that nothing is sealed that others cannot open.',
  SEAL_BROKEN: 'Sealed bytes do not open: they were changed or exchanged.',
  PROGRAM_FAILED:
    'A program that is to be told something (a webhook) did not take it; it is tried again for days.',
  WORKSPACE_GONE:
    'The app is not installed in this workspace, or was removed there; what waits goes on as soon as it is installed again.',
  FILES_FULL: 'The files of a community take as much room as they may; this one was not kept.',
  NOT_YET: 'Something else has to finish first; it is tried again shortly.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * Every error we throw on purpose. `code` is stable and listed in docs/errors.md; the message is for people: for operators in English,
 * for whoever is told of it in chat in their language (`in`), where there are words for it.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly #said: string | Wording;

  constructor(code: ErrorCode, said: string | Wording, retry: Retry, options?: { cause: unknown }) {
    super(typeof said === 'string' ? said : said(textsIn('en')), options);
    this.name = new.target.name;
    this.code = code;
    this.retry = retry;
    this.#said = said;
  }

  /** The sentence in the language of these texts. */
  in(texts: Texts): string {
    return saidIn(this.#said, texts);
  }
}

/** From the catalogue, where people are told of it; a plain string where it is a platform's own word. */
function saidIn(said: string | Wording, texts: Texts): string {
  return typeof said === 'string' ? said : said(texts);
}

/** The platform asked to wait. */
export class RateLimited extends AppError {
  readonly afterMs: number;

  constructor(platform: string, afterMs: number, cause: unknown) {
    super('RATE_LIMITED', `${platform} asked to wait ${afterMs} ms.`, { afterMs }, { cause });
    this.afterMs = afterMs;
  }
}

/** What we wanted to change, read or write to is not there any more. `what` is the platform's own error code, or what to do about it. */
export class TargetGone extends AppError {
  constructor(platform: string, what: string | Wording, cause: unknown) {
    super('TARGET_GONE', (texts) => texts.says.reasons.gone(platform, saidIn(what, texts)), 'never', {
      cause,
    });
  }
}

/** `needed` names the scope, permission or invite, in words an operator can act on. */
export class PermissionMissing extends AppError {
  readonly #needed: string | Wording;

  constructor(platform: string | Wording, needed: string | Wording, cause: unknown) {
    const said: Wording = (texts) => `${saidIn(platform, texts)}: ${saidIn(needed, texts)}`;
    super('PERMISSION_MISSING', said, 'never', { cause });
    this.#needed = needed;
  }

  /** In English, for logs. */
  get needed(): string {
    return this.neededIn(textsIn('en'));
  }

  /** In the language of these texts. */
  neededIn(texts: Texts): string {
    return saidIn(this.#needed, texts);
  }
}

/** Direct messages to this person are refused by the person or the platform. */
export class PersonUnreachable extends AppError {
  constructor(platform: string, what: string | Wording, cause: unknown) {
    super(
      'PERSON_UNREACHABLE',
      (texts) => texts.says.reasons.closed(platform, saidIn(what, texts)),
      'never',
      { cause },
    );
  }
}

/** The request may or may not have been carried out: look before repeating. */
export class OutcomeUnknown extends AppError {
  constructor(platform: string | Wording, cause: unknown) {
    const said: Wording = (texts) => texts.says.reasons.unknown(saidIn(platform, texts));
    super('OUTCOME_UNKNOWN', said, 'backoff', { cause });
  }
}

/** The platform said no to the content itself. `what` is its own error code. */
export class PlatformRefused extends AppError {
  constructor(platform: string | Wording, what: string | Wording, cause: unknown) {
    const said: Wording = (texts) => texts.says.reasons.refused(saidIn(platform, texts), saidIn(what, texts));
    super('PLATFORM_REFUSED', said, 'never', { cause });
  }
}

/** The platform is down or unreachable and certainly did nothing. */
export class PlatformUnavailable extends AppError {
  constructor(platform: string | Wording, what: string | Wording, cause: unknown) {
    const said: Wording = (texts) =>
      texts.says.reasons.unavailable(saidIn(platform, texts), saidIn(what, texts));
    super('PLATFORM_UNAVAILABLE', said, 'backoff', { cause });
  }
}

/**
 * How long a job waits for the app to be installed again (ms). An installation moves it at once, but one that was just being tried.
 * Nothing is asked of the platform meanwhile.
 */
const GONE_AGAIN_AFTER_MS = 600_000;

/** The app is not, or no longer, installed in this workspace. The platform is not asked; a new installation moves what waits. */
export class WorkspaceGone extends AppError {
  constructor(platform: string, workspaceId: string, cause: unknown) {
    const retry = { afterMs: GONE_AGAIN_AFTER_MS };
    super('WORKSPACE_GONE', ({ says }) => says.reasons.notInstalled(platform, workspaceId), retry, { cause });
  }
}

/** Somebody else is at it, or something has to finish first: the same work is tried again after `afterMs`. */
export class NotYet extends AppError {
  constructor(message: string, afterMs: number) {
    super('NOT_YET', message, { afterMs });
  }
}

/**
 * A person asked for what is not possible: what is wrong and what to do instead. They read it in their own language (`in`);
 * `message` is the English of it, for logs.
 */
export class NotPossible extends AppError {
  /** @param said from the catalogue, for whoever reads it; a plain string where it is in their language already, or for operators */
  constructor(said: string | Wording) {
    super('NOT_POSSIBLE', said, 'never');
  }
}

import type { DeliveryBody } from '../../cases/delivery.ts';
import { caseName } from '../../cases/case.ts';
import type { Place } from '../../chat/ref.ts';
import { isMail } from '../../chat/mail.ts';
import { platformOf } from '../../chat/ref.ts';
import { ERROR_CODES, type ErrorCode } from '../../errors.ts';
import type { Letter, LetterId, Refusal } from '../../store/dead-letters-port.ts';
import type { PrefixOf } from '../frame/case-prefix.ts';
import { REMEDIES } from '../../remedies.ts';

/** What each handler does, in people's words. A test compares it with the handlers. */
export const JOBS: Readonly<Record<string, string>> = {
  'call-webhook': 'tell another program (a webhook)',
  'catch-up': 'look for flags that were missed',
  'check-roles': 'look who works on cases no more, and which groups are empty',
  'copy-file': 'keep a copy of a file',
  deliver: 'say something',
  'follow-issue': 'look how an issue stands on its tracker',
  'make-issue': 'make an issue on a tracker',
  'record-delete': 'note that a message was deleted',
  'record-edit': 'note that a message was edited',
  'record-flag': 'record a flagged message as a case',
  'record-message': 'add a message to its case',
  'record-note': 'keep what was said below a card as a note',
  'record-unflag': 'take a flag back',
  'refresh-cards': 'bring the cards of a case up to date',
  remind: 'tell somebody what is due for them',
  'ring-clock': 'remind whoever is responsible',
  'recompute-clocks': 'let clocks follow the policy',
  'scan-channel': 'look through a channel for flags that were missed',
  'refresh-digest': 'draw a digest or a list of the day again, without what is not for everybody any more',
  'follow-homes': 'look whose pages a case is on',
  'refresh-home': "draw somebody's page again",
  'link-topic': 'compare a case with others about the same thing',
  'refresh-hot-thread': 'bring the card of a hot thread up to date',
  'follow-topic': 'bring the cards of a topic up to date',
  'tell-follower': 'tell somebody what happened to cases they follow',
  'tell-fixed': 'tell a member that what they told us about is fixed',
  tidy: 'remove what has been kept long enough',
};

const SAYS: Readonly<Record<DeliveryBody['type'], string>> = {
  reply: 'send the answer to the member',
  triage: 'post the card of the case for the moderators',
  escalation: 'post the card of the case for a department',
  evidence: 'post the files of the case below its card for a department',
  reminder: 'remind whoever is responsible',
  reminders: 'tell somebody what is due for them',
  approval: 'ask somebody to approve a gift',
  management: 'tell management of something very bad or very good',
  copy: 'show the case to somebody who reads it along',
  followed: 'tell somebody what happened to cases they follow',
  praise: 'pass kind words on',
  digest: 'post the digest of a period',
  topic: 'tell a department or management what several members say',
  hot_thread: 'offer a thread that heats up to the moderators',
  to_do: 'send somebody their list of the day',
  table: 'send somebody the table of cases they asked for',
  receipt: 'mark the flagged message as seen',
  hint: 'tell somebody who wrote to the bot how to be heard',
  notice: 'tell staff something',
};

const SAYS_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(SAYS));

export const REFUSALS: Readonly<Record<Refusal, string>> = {
  unknown: 'There is no such thing in the queue. hearback queue lists what was given up.',
  not_given_up: 'It was not given up, or somebody has seen to it already. Nothing was changed.',
  answered_since:
    'The member has got another answer since, or one is on its way. Look at the case; if this is still needed, send it with Reply.',
  case_closed: 'The case is closed. Reopen it if this still has to be said, and send it with Reply.',
  said_instead: 'It was said in another place already. Saying it again would be twice.',
  reply_changed: 'This answer was discarded or sent meanwhile. Nothing is left to be done: drop it.',
  clock_runs:
    'The reminder belongs to a case that is still open, and dropping it would leave nobody to follow up. Replay it; or snooze or solve the case.',
};

/** `812` or `d57`. */
export function idOf({ type, number }: LetterId): string {
  return type === 'job' ? String(number) : `d${number}`;
}

/** What `idOf` writes, read again; null when it is none. */
export function parseId(written: string): LetterId | null {
  const [, d, digits] = /^(d?)(\d{1,15})$/i.exec(written.trim()) ?? [];
  return digits === undefined ? null : { type: d ? 'delivery' : 'job', number: Number(digits) };
}

export function whatOf({ kind, says }: Pick<Letter, 'kind' | 'says'>): string {
  return (kind === 'deliver' && says !== null ? SAYS_BY_NAME.get(says) : undefined) ?? JOBS[kind] ?? kind;
}

export function caseOf({ caseNumber, workspaceId }: Letter, prefixOf: PrefixOf): string {
  return caseNumber === null ? '' : caseName(prefixOf(workspaceId), caseNumber);
}

/** Where it is, by the platform's own ids: names are not in the record. */
export function placeOf(place: Place | null): string {
  if (!place) return '';
  const platform = platformOf(place.workspaceId);
  if (isMail(place.workspaceId))
    return `e-mail to the department ${place.type === 'dm' ? '' : place.channelId}`;
  if (place.type === 'dm') return `${platform}, direct message to ${place.userId}`;
  return `${platform}, ${place.type === 'thread' ? 'a thread in ' : ''}channel ${place.channelId}`;
}

/** What a code means and what to do about it. One that is not of docs/errors.md is a fault nobody expected. */
export function explanationOf(code: string | null): { meaning: string; remedy: string } {
  if (code !== null && isErrorCode(code)) return { meaning: ERROR_CODES[code], remedy: REMEDIES[code] };
  return {
    meaning: 'A fault nobody expected; the log has where it happened.',
    remedy: 'Replay it once. If it is given up again, report the lines of the log with this code.',
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

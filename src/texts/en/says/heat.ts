import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('en', number, { one, other })}`;

/** The card of a thread that heats up, and a line of the barometer. */
export const heat = {
  title: 'A thread is heating up',
  summary: (counts: string) => `A thread is heating up: ${counts}`,
  in: <P>(channel: P): (string | P)[] => ['In ', channel, '. '],
  toFlag: 'Flag records its first message as feedback, as if you had flagged it there.',
  cannotFlag:
    'Its first message cannot be flagged (a bot wrote it, or it is gone). Flag the message in it that matters.',
  recorded: 'It is recorded.',
  recordedAs: <P>(name: P): (string | P)[] => ['It is recorded as ', name, '.'],
  nothingNeeded: 'Nothing is needed here.',
  nothingNeededSays: <P>(who: P): (string | P)[] => ['Nothing is needed, says ', who, '.'],
  counts: (replies: number, people: number, upset: number, kind: number) =>
    `${count(replies, 'reply', 'replies')} by ${count(people, 'person', 'people')}, ${upset} upset and ${kind} kind words or reactions`,
  withinHours: (hours: number) => (hours === 1 ? 'In an hour' : `In ${hours} hours`),
  withinMinutes: (minutes: number) => (minutes === 1 ? 'In a minute' : `In ${minutes} minutes`),
  heat: 'Heat',
  value: (value: number, hot: number) => `${value} (${hot} is hot)`,
  footer: 'Only counts are kept of what nobody flags. Offered once.',
  flag: 'Flag',
  notNeeded: 'Not needed',
  openThread: 'Open thread',
  nothingBefore: 'nothing to compare with yet',
  asBefore: 'as in the week before',
  upFrom: (before: number) => `up from ${before} in the week before`,
  downFrom: (before: number) => `down from ${before} in the week before`,
  why: (upset: number, kind: number, messages: number, people: number) =>
    `${upset} upset and ${kind} kind words or reactions in ${count(messages, 'message', 'messages')} by ${count(people, 'person', 'people')}`,
  hotThreads: (threads: number) => count(threads, 'hot thread', 'hot threads'),
};

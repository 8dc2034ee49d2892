import { plural } from '../../plural.ts';

/** What is kept about somebody, and what they can do about it. Counts stand before their words, in bold. */
export const kept = {
  title: 'What is kept about you',
  cases: (count: number) =>
    plural('en', count, { one: 'piece of feedback you gave', other: 'pieces of feedback you gave' }),
  messages: (count: number) =>
    plural('en', count, {
      one: 'message you wrote, in all its versions',
      other: 'messages you wrote, in all their versions',
    }),
  files: (count: number) => plural('en', count, { one: 'file with them', other: 'files with them' }),
  replies: (count: number) => plural('en', count, { one: 'answer you got', other: 'answers you got' }),
  gifts: (count: number) =>
    plural('en', count, { one: 'gift you were given', other: 'gifts you were given' }),
  reported: (count: number) =>
    plural('en', count, { one: 'message of others you flagged', other: 'messages of others you flagged' }),
  optedOut: 'You have opted out: nothing you write is recorded.',
  whenRecorded:
    'A message is recorded when somebody who looks after feedback flags it, with a few messages before it, and with what is said in its thread.',
  aboutAnother: 'Privacy of somebody else',
  theyOptedOut: <P>(who: P): (string | P)[] => [
    'About ',
    who,
    ', who has opted out: nothing they write is recorded.',
  ],
  theyDidNot: <P>(who: P): (string | P)[] => ['About ', who, ', who has not opted out.'],
  onlyWhenAsked: 'Do this only when they asked you to. That you did it is in the audit log.',
  buttons: { export: 'Export', erase: 'Erase', optIn: 'Opt in', optOut: 'Opt out' },
  choices: {
    export: 'Export: take it with you',
    erase: 'Erase: have it removed',
    'opt-out': 'Opt out: nothing more is recorded',
    'opt-in': 'Opt in again',
  },
  nothingThere: 'Nothing of theirs was there.',
  /** What an erasure did, behind a count of each. */
  receipt: {
    cases: 'cases closed, without name and words',
    messages: 'messages without their words and author',
    versions: 'versions of words',
    files: 'files',
    replies: 'answers to them, emptied',
    notes: 'internal notes on their cases',
    gifts: 'gifts in the ledger, without who got them',
    notices: 'notices that quoted them, emptied',
    unsent: 'things that were to be said and are not said any more',
    clocks: 'clocks stopped',
    intakes: 'events that had come in',
    flags: 'flags of theirs that were not recorded yet',
    traces: 'other places with their id',
    audit: 'lines of the audit log, without who it was',
  },
};

import { plural } from '../../plural.ts';

/** What stands behind a count. */
const of = (one: string, other: string) => (count: number) => plural('en', count, { one, other });

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
    cases: of('case closed, without name and words', 'cases closed, without name and words'),
    messages: of('message without its words and author', 'messages without their words and author'),
    versions: of('version of words', 'versions of words'),
    files: of('file', 'files'),
    replies: of('answer to them, emptied', 'answers to them, emptied'),
    notes: of('internal note on their cases', 'internal notes on their cases'),
    gifts: of('gift in the ledger, without who got it', 'gifts in the ledger, without who got them'),
    notices: of('notice that quoted them, emptied', 'notices that quoted them, emptied'),
    unsent: of(
      'thing that was to be said and is not said any more',
      'things that were to be said and are not said any more',
    ),
    clocks: of('clock stopped', 'clocks stopped'),
    intakes: of('event that had come in', 'events that had come in'),
    flags: of('flag of theirs that was not recorded yet', 'flags of theirs that were not recorded yet'),
    traces: of('other place with their id', 'other places with their id'),
    audit: of('line of the audit log, without who it was', 'lines of the audit log, without who it was'),
  },
};

import { plural } from '../../plural.ts';

/** What a team does together: help, meetings, topics, and how it does. */
export const together = {
  help: {
    summary: 'What you can do here',
    options: { command: 'One of them, to read more about it' },
    forMembers: (community: string) =>
      `If something in ${community} bothers or delights you, just write it in a channel. People here see it and answer.`,
    usual: (emojis: string) =>
      `React to a message to record it: ${emojis}. Or type /feedback and one of these:`,
    besides: (names: string) =>
      `And, mostly as buttons: ${names}. More about each: /feedback help and its name.`,
    besidesBehind: (listed: string, names: string) =>
      `And, behind ${listed} or mostly as buttons: ${names}. More about each: /feedback help and its name.`,
    notForYou: (typed: string) =>
      `There is no command "${typed}" for you here. /feedback help lists what you can do.`,
  },
  meeting: {
    summary: 'What the team talks about next, and what it decides',
    options: {
      do: 'add, decide or list (default)',
      text: 'What it is about; for decide its number and the decision',
    },
    notOneOf: (typed: string) => `Write add, decide or list, not "${typed}".`,
    added: (number: number, command: string) =>
      `Item ${number} is on the list for the next meeting. ${command} shows all.`,
    addedAndNamed: (number: number, command: string) =>
      `Item ${number} is on the list for the next meeting. The next digest names it. ${command} shows all.`,
    oneCase:
      'Name one case at a time: an item is seen by those who may see its case. Write an item for each.',
    title: 'For the next meeting',
    submit: 'Add',
    what: 'What should the team talk about?',
    whatAbout: (name: string) => `What should be talked about ${name}?`,
    hint: 'Internal: it stands in the digest until it is decided.',
    howToDecide: (decide: string) =>
      `Write the number of the item and what was decided, such as: ${decide} 3 we offer a refund`,
    noItem: (number: string, command: string) =>
      `There is no open item ${number} here. ${command} lists those there are.`,
    decided: <P>(number: P, item: string, decision: string): (string | P)[] => [
      'Decided: ',
      number,
      ` ${item} → ${decision}.`,
    ],
    digestSays: 'The next digest says so.',
    nothing: (command: string) =>
      `Nothing is on the list for the next meeting. ${command} and your words put something on it.`,
    more: (count: number) => `and ${count} more: decide some of these first`,
    toDecide: (command: string) => `Decided? ${command}, the number, and what was decided.`,
    noWords: 'Say in a few words what it is about.',
    tooLong: (length: number, max: number) =>
      `That is ${length} characters long, and ${max} fit. Keep details as a note on the case.`,
  },
  topic: {
    summary: 'What several members say about the same thing, and telling them it is fixed',
    options: {
      about: 'The topic or case, such as T-4 or FB-12',
      text: 'The other topic or case; for rename the new name',
    },
    which: (example: string, all: string) => `Say which, such as: ${example}. ${all} lists the topics.`,
    forStaff: 'What belongs together is for the people who look after all cases. Tell them in a note.',
    tooLong: (length: number, max: number) =>
      `That is ${length} characters long, and ${max} fit. Shorten it.`,
    called: (name: string, title: string) => `${name} is called “${title}” now.`,
    intoWhich: (example: string) => `Name the topic it goes into: ${example}`,
    merged: (from: string, into: string) => `All of ${from} belongs to ${into} now.`,
    notOneOf: (steps: string, typed: string, example: string) =>
      `Write one of ${steps}, not "${typed}". For example: ${example}`,
  },
  helpers: {
    summary: 'Who of the community solved how many cases this month',
    none: 'Nobody of the community was named for a solved case this month. /feedback credit names them.',
    title: 'Solved by the community this month',
    solved: <P>(who: P, cases: number): (string | P)[] => [
      who,
      `: ${cases} ${plural('en', cases, { one: 'case', other: 'cases' })}`,
    ],
  },
  promises: {
    summary: 'How often members heard from us by when they were promised to',
    title: 'Promises to members',
    thisMonth: (kept: string) => `This month: ${kept}`,
    lastMonth: (kept: string) => `Last month: ${kept}`,
    meaning:
      'A promise is kept when the member hears from us by the moment it names. What is solved before, or waits for the member, is not counted.',
  },
};

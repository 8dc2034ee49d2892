import { plural } from '../../plural.ts';

/** What is recorded, and what is said of it: kind, severity, language, text and notes. */
export const recording = {
  new: {
    summary: 'Record feedback that came by mail, phone or in person',
    options: {
      text: 'What was said; leave it out to fill in a form',
      from: 'Who said it, such as Mrs Olsen',
      origin: 'mail, phone, person or elsewhere',
      kind: 'What kind of feedback it is',
      severity: 'low, normal, high or urgent',
      member: 'Their account here, if they have one',
      file: 'A screenshot or another file that came with it',
    },
    noWords: 'Please write what was said.',
    somebody: 'somebody',
    thanks: (forLeads: string) => `Thank you. ${forLeads}`,
    recorded: (name: string, origin: string) =>
      `Recorded as ${name}, told ${origin}. There is no thread to answer in: answer the way it came, and note it.`,
    /** @param origins the ways feedback comes, as they are typed */
    atOnce: (origins: string) =>
      `A form cannot take your file over, so nothing is recorded yet. Say it all in one go, with text, origin (${origins}) and file. Or name their account with member and leave the file out: the form that opens then has a place for files.`,
    recordedFor: (name: string, member: string, origin: string) =>
      `Recorded as ${name} for ${member}, told ${origin}. Nothing was sent to them: an answer goes by direct message once somebody sends it.`,
    joined: (name: string, member: string) =>
      `It belongs to ${name}, an open case in which ${member} has said the same: your words are kept with it, and you are noted as a reporter.`,
    withFiles: {
      with: (count: number) =>
        `${plural('en', count, { one: 'One file is being copied', other: `${count} files are being copied` })}; should that fail, the people who look after the case are told.`,
      left: (names: string, most: number) =>
        `Not kept, because ${most} files is the most in one go: ${names}.`,
    },
    accounts: {
      unknown: "The account you named is nobody's here, so the case stands under the name alone.",
      bot: 'The account you named is a bot, so the case stands under the name alone.',
      own: 'It is about what you said yourself, so others look after it.',
      staff: (name: string) => `${name} works on cases here, so this one is kept from them.`,
      cardStays:
        'Its card still stands in the triage channel: use /feedback exclude if they should not read it there.',
      visitor: (name: string) =>
        `${name} belongs to another organisation: a direct message may not reach them.`,
      left: (name: string) =>
        `${name} is not in this community any more: a direct message may not reach them.`,
    },
    noOrigin: (typed: string, origins: string) =>
      `"${typed}" is no way that feedback comes. Choose one of: ${origins}.`,
    title: 'New feedback',
    submit: 'Record',
    what: 'What was said?',
    whom: 'By whom?',
    account: 'Their account here',
    accountHint: 'Empty for somebody without one. Nothing is sent to them by this.',
    files: 'Files that came with it',
    how: 'How did it come?',
    kind: 'What is it?',
    severity: 'How urgent is it?',
  },
  kind: {
    summary: 'Say what kind of feedback it is; what is still to come follows its playbook',
    options: { kind: 'The kind; leave it out to choose' },
    isNow: (name: string, kind: string) => `${name} is now of the kind "${kind}".`,
    stillToCome: 'What the member has not been told yet waits on the card for a click.',
    noAnswer: (problem: string, reply: string) =>
      `Its answer could not be written: ${problem} Please answer by hand with ${reply}.`,
    title: 'Kind of',
    submit: 'Change',
    what: 'What is it?',
    hint: 'What was sent stays sent, and is not said again.',
  },
  severity: {
    summary: 'Change how urgent a case is',
    options: { severity: 'low, normal, high or urgent' },
    isNow: (name: string, severity: string) => `${name} is now ${severity}; its clocks run accordingly.`,
  },
  language: {
    summary: 'In which language the member is answered; a prepared answer is written anew in it',
    options: { language: 'The language, such as da' },
    isNow: (name: string, language: string) => `${name} is in ${language} now.`,
    kept: 'The answer that waits was edited by a person, so it was left as it is.',
    anew: 'The answer that waits was written anew in it; nothing has been sent.',
    fromNowOn: 'What is written for the member from now on is in it.',
  },
  template: {
    summary: 'Another text in place of the answer that is waiting; nothing is sent',
    options: { template: 'A template, or a kind for its whole answer; leave it out to choose' },
    waits: (member: string, name: string) =>
      `The answer to ${member} waits on the card of ${name}. Nothing was sent.`,
    title: 'Answer of',
    submit: 'Use it',
    which: 'Which text?',
    hint: (language: string) => `In ${language}, where it is there. You see it on the card; nothing is sent.`,
    unknown: (typed: string, names: string) =>
      `There is no template "${typed}" that can be an answer here. Choose one of: ${names}.`,
  },
  note: {
    summary: 'Keep an internal note with a case',
    options: { text: 'The note; the member never sees it' },
    title: 'Note on',
    submit: 'Keep',
    label: 'Internal note',
    hint: 'The member never sees it.',
    kept: (name: string) => `Kept with ${name}. Only staff see it.`,
    keptLate: (name: string) =>
      `Kept with ${name}, which has ended. Its handler was told, and can reopen it.`,
  },
};

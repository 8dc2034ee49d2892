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
    },
    noWords: 'Please write what was said.',
    somebody: 'somebody',
    thanks: (forLeads: string) => `Thank you. ${forLeads}`,
    recorded: (name: string, origin: string) =>
      `Recorded as ${name}, told ${origin}. There is no thread to answer in: answer the way it came, and note it.`,
    noOrigin: (typed: string, origins: string) =>
      `"${typed}" is no way that feedback comes. Choose one of: ${origins}.`,
    title: 'New feedback',
    submit: 'Record',
    what: 'What was said?',
    whom: 'By whom?',
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

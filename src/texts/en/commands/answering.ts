/** Answers to members, what is asked of others about a case, and how it ends. */
export const answering = {
  reply: {
    summary: 'Answer the member: you see it before it is sent',
    options: { text: 'What the member will read' },
    title: 'Reply ·',
    preview: 'Preview',
    label: 'What the member will read',
    hintPrivate: (member: string) =>
      `To ${member}, by direct message. You see it once more before it is sent.`,
    hintPublic: (member: string) =>
      `To ${member}, in the public thread. You see it once more before it is sent.`,
    gone: 'That draft has been sent or discarded meanwhile.',
    tooLong: (length: number, max: number) =>
      `The draft has ${length} characters, and a form takes ${max}: the rest would be lost. Type it anew with /feedback reply, or send it as it is.`,
  },
  send: {
    summary: 'Send the answer that is waiting for a click',
    options: { wait: 'yes: then wait for the member; no: do not. By itself it waits when you ask something' },
    onItsWay: (member: string, name: string) => `The answer to ${member} is on its way (${name}).`,
    anew: 'The answer that waited said by when they hear again, and that moment is over. So it was written anew.',
    yesOrNo:
      'Write yes or no behind the case: whether it waits for the member then. Leave it out, and it waits when you ask something.',
  },
  recommend: {
    summary: 'Recommend what should be done, with reasons, to whoever decides',
    options: { choice: 'What; its number will do', reason: 'Why; stays inside' },
    title: 'Recommend ·',
    submit: 'Recommend',
    given: (name: string, decider: string) => `${name}: your recommendation is with ${decider}.`,
    givenToModerators: (name: string) => `${name}: your recommendation is with the moderators.`,
    none: (kind: string) =>
      `Nothing is recommended for cases of the kind "${kind}". Keep what you think as a note, with /feedback note.`,
    what: (decider: string) => `What should ${decider} do?`,
    whatModerators: 'What should the moderators do?',
    why: 'Why?',
    whyHint: 'What speaks for it, and what against. The member never sees it.',
  },
  resolve: {
    summary: 'The case is solved; the member is told and can say it is not',
    options: { tell: 'yes (default) tells the member, no says nothing' },
    title: 'Resolve',
    submit: 'Resolve',
    yesOrNo: 'Write yes or no behind the case: whether the member is told.',
    asked: (name: string, member: string) =>
      `${name} is solved, and ${member} is asked whether it is. If they say not yet, it goes one level up to somebody else; if they write, it is open again.`,
    tellYourself: (name: string) =>
      `${name} is closed. It came in without a message, so please tell them yourself, the way they came.`,
    closed: (name: string) =>
      `${name} is closed. The member is not asked whether it is solved; if they write, it is open again.`,
    tellPrivate: (member: string) => `Tell ${member} by direct message?`,
    tellPublic: (member: string) => `Tell ${member} in the thread?`,
    yes: 'Yes, and ask to say so if it is not solved',
    no: 'No, say nothing',
  },
  reopen: {
    summary: 'Take up a solved or dismissed case again',
    options: { reason: 'Why' },
    open: (name: string) => `${name} is open again.`,
  },
  route: {
    summary: 'Bring a case to a department',
    options: { department: 'Which department', question: 'What they are asked; the member never sees it' },
    onItsWay: (name: string, department: string) => `${name} is on its way to ${department}.`,
  },
  issue: {
    summary: 'Take a case to GitHub or Jira: you see the issue before it is made',
    options: { tracker: 'Where, as hearback.yaml calls it', title: 'What it is about' },
    gone: 'That issue was made or discarded meanwhile.',
    onItsWay: (name: string, tracker: string) =>
      `${name} is on its way to ${tracker}. The card shows the link as soon as it is there.`,
    discarded: (name: string) => `${name}: nothing was made, and what you wrote is gone.`,
  },
  solved: {
    summary: 'Whether what you told us about is solved',
    options: { say: 'yes or no', reason: 'Why it is not' },
    yesOrNo: 'Write yes or no.',
  },
  rate: {
    summary: 'How satisfied you were, from 1 to 5',
    options: { rating: 'A whole number from 1 to 5' },
  },
};

/** What departments say and are told, in the chat and by mail. */
export const departments = {
  takenAlready:
    'Somebody else of your department has taken it already. What you write in the thread reaches the handler too.',
  tooLong: (length: number, most: number) => `That has ${length} characters; please stay below ${most}.`,
  youTook: 'You have taken it already.',
  whatToKnow: 'Write what you need to know, so that the handler can find it out.',
  whyDeclined: 'Write why, so that the handler can explain it or ask somebody else.',
  emptyAnswer: 'The answer is empty. Write what the member should read.',
  whereElse: 'Write where it is handled, as a link that begins with https://, so that everybody finds it.',
  notBrought: (name: string) => `This case was not brought to ${name}.`,
  whatToTell: 'Write what the department should know.',
  ended: 'This case has ended. Reopen it first, and the department is asked anew.',
  unknown: (typed: string, choices: string) =>
    `There is no department "${typed}" here. Choose one of: ${choices}.`,
  none: 'No departments are set up here yet. They are listed under "departments" in hearback.yaml.',
  hasIt: (name: string, command: string) =>
    `${name} already has this case. To ask or tell it something: ${command}`,
  questionTooLong: (length: number, most: number) =>
    `The question has ${length} characters; please stay below ${most}.`,
  /** What a department has said, as the heading of a notice. */
  titles: {
    take: (name: string) => `${name} has taken it`,
    ask: (name: string) => `${name} asks for more`,
    elsewhere: (name: string) => `${name} says that it is handled elsewhere`,
    decline: (name: string) => `${name} declines`,
    fixed: (name: string) => `${name} says that it is fixed`,
    answer: (name: string) => `${name} has written an answer for the member`,
  },
  /** The same as a note of somebody of the department. */
  notes: {
    take: (words: string) => `has taken it: ${words}`,
    ask: (words: string) => `asks for more: ${words}`,
    elsewhere: (words: string) => `says that it is handled elsewhere: ${words}`,
    decline: (words: string) => `declines: ${words}`,
    fixed: (words: string) => `says that it is fixed: ${words}`,
    answer: (words: string) => `has written an answer for the member: ${words}`,
  },
  isStays: (state: string) => `The case is ${state}. It stays so unless you reopen it.`,
  openElsewhere: 'Open where it is handled',
  draftWaits:
    'It waits as a draft: read it, change it if you like, and send it with one click. Open shows it.',
  looks: <P>(who: P): (string | P)[] => [who, ' looks into it.'],
  suggests: <P>(who: P): (string | P)[] => [who, ' suggests:'],
  writes: <P>(who: P): (string | P)[] => [who, ' writes:'],
  forIt: (name: string) => `for ${name}`,
  newFor: (name: string, severity: string) => `New for ${name}, severity ${severity}`,
  youLead: (name: string) => `You are lead of ${name}. Open shows what was said, and what is asked.`,
  writesBelow: (name: string) => `${name} writes in the thread of its card`,
  firstOnly: 'What else is said there is kept with the case. You are told of the first words only.',
  writesLate: (name: string, state: string) => `${name} writes about a case that is ${state}`,
  staysClosed: 'It stays closed unless you reopen it.',
  openThread: 'Open the thread',
  attached: (files: string) => `(attached: ${files})`,
  endedByMail: (state: string) =>
    `This case is ${state} now, so nobody waits for your answer any more. What you write all the same is kept with it.`,
  mail: {
    notKept: (file: string, why: string) => `(not kept: ${file}, ${why})`,
    otherAddress: (from: string, own: string) =>
      `(by mail from ${from}, which is another address than ${own})`,
    noAddress: 'no address',
    answers: (name: string) => `${name} answers by mail`,
    isNote: 'It is a note, and the member does not see it. Use Reply to tell them.',
    unreadTitle: (name: string) => `A mail of ${name} could not be read`,
    unread: (from: string, why: string) => `A mail from ${from} is not kept: ${why}.`,
    nobodyKnown: 'nobody known',
    couldNotBeRead: 'it could not be read',
    writeAgain: 'Ask them to write again, with smaller files or with links. Their clock goes on.',
    returnedTitle: 'Mail to a department came back',
    returned: (name: string, address: string) =>
      `What was mailed to ${name} (${address}) was taken by the mail server and came back later.`,
    itsAddress: 'its address',
    lookAtAddress:
      'Please look at the address in hearback.yaml, and tell the department another way meanwhile. Its clock goes on.',
    nobodyTitle: 'A mail belongs to no case',
    forNobody: (from: string) =>
      `Somebody (${from}) wrote to an address for answers that I did not give out, or whose case is gone. Nothing of it is kept, and nobody was answered.`,
    lookInMailbox:
      'If a department waits for you, look for the mail in the mailbox, and ask them to answer the latest mail about the case. You will not be told of others today.',
  },
};

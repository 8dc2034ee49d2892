/** Recording a message; and what ends a draft, a gift's wait or a case in few words. */
export const flagging = {
  flag: {
    summary: 'Record a message as feedback, by its link',
    options: { link: 'The link of the message' },
    botTold:
      'Messages by bots cannot be flagged: nobody would read the answer. If a person told you something, record it with /feedback new.',
    byBot: 'Messages by bots cannot be flagged: nobody would read the answer.',
    /** @param leads what is said of something for leads alone */
    thanksAnd: (leads: string) => `Thank you. ${leads}`,
    thanks: 'Thank you. It is recorded.',
    recordedAs: (name: string) => `Thank you. It is recorded as ${name}.`,
    belongsTo: (name: string) =>
      `Thank you. It belongs to ${name}, which is already being looked after; you are noted as a reporter.`,
    gone: 'That message does not exist any more. If you remember what it said, record it with /feedback new.',
    noLink:
      'That is not a link to a message of this community. Copy it with "Copy link" from the message\'s menu.',
    notWatched:
      'Messages in that channel are not recorded. The channels that count are listed under "watch" in hearback.yaml.',
    cannotRead: (needed: string) => `I cannot read that message. ${needed}`,
    title: 'Flag as feedback',
    submit: 'Record',
    kind: 'What is it?',
    severity: 'How urgent is it?',
    note: 'Note to the moderators',
    noteHint: 'The member never sees it.',
  },
  dismiss: {
    summary: 'Not feedback to act on: recorded with a reason, nothing is said to the member',
    options: { reason: 'Why; kept with the case' },
    title: 'Dismiss',
    submit: 'Dismiss',
    why: 'Why is it dismissed?',
    whyHint: 'Kept with the case. The member is told nothing.',
    isDismissed: (name: string) => `${name} is dismissed; the reason is kept with it.`,
  },
  approve: {
    summary: 'Say yes to a gift somebody else has proposed: it is sent at once',
    onItsWay: (member: string, name: string) => `Approved: the gift is on its way to ${member} (${name}).`,
  },
  discard: {
    summary: 'Throw away the answer that is waiting for a click',
    discarded: (name: string) => `Discarded; nothing was sent for ${name}.`,
  },
  credit: {
    summary: 'Solved by the community: the case is solved, and whoever helped is thanked',
    options: { person: 'Who of the community solved it' },
    thanked: <P>(name: string, who: P): (string | P)[] => [
      `${name} is solved, and `,
      who,
      ' is thanked below the question to the helpers.',
    ],
    noted: <P>(name: string, who: P): (string | P)[] => [
      `${name} is solved, and `,
      who,
      ' is noted for it. The helpers were not asked in a post, so please thank them yourself.',
    ],
    notHere: 'They are not in this community. Name whoever wrote the answer that helped.',
    title: 'Solved ·',
    submit: 'Solved',
    who: 'Who of the community solved it?',
    whoHint: 'They are thanked below the question, and the member is told that it is solved.',
  },
  comment: {
    summary: 'A few words to your rating',
    options: { text: 'What you would like to say' },
  },
  consent: {
    summary: 'Whether your own kind words may be passed on',
    options: { say: 'yes or no' },
    write: 'Write yes or no.',
  },
};

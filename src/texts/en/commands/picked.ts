/** What somebody named or chose, and what is wrong with it. */
export const picked = {
  namePerson: 'Name a person, such as @mia.',
  noDraft: (reply: string) => `That answer does not exist. Write a new one with ${reply}.`,
  noGift: 'That gift does not exist. The card of the case shows those there are. Choose one of those.',
  noKind: (typed: string, kinds: string) =>
    `There is no kind of feedback "${typed}". Choose one of: ${kinds}.`,
  noSeverity: (typed: string, severities: string) =>
    `"${typed}" is not a severity. Choose one of: ${severities}.`,
  severityHint: 'Leave it out for what its kind says.',
  noReason: (typed: string, reasons: string) => `"${typed}" is not a reason. Choose one of: ${reasons}.`,
  /** Why somebody is kept out of a case. */
  reasons: {
    conflict: 'Conflict of interest',
    accused: 'It is about them',
    previousHandler: 'They handled it before, and the member was not satisfied',
  },
  /** Who could look after a case, and cannot. */
  handler: {
    bot: 'That is a bot, and it looks after nothing. Choose a moderator, handler or lead.',
    gone: 'They are not in the community (any more), so nobody would see it. Choose a moderator, handler or lead.',
    notStaff:
      'They do not work on cases here, so nobody would see it. Choose a moderator, handler or lead, or bring it to a department with /feedback route.',
    keptOut:
      'This case is not for them: they are kept out of it, or only leads see it, or it is about what they said themselves. Choose somebody else.',
    notForThem: 'This case is not for them. Choose somebody else.',
  },
  untold: (problem: string) =>
    `The member could not be told: ${problem} Resolve it with tell: no, and answer by hand.`,
  /** Choices of options. */
  choices: {
    forStaff: 'staff: with internal notes',
    forMember: 'member: only what they said and saw',
    wait: 'Yes, wait for the member then',
    noWait: 'No, do not wait',
    tell: 'Yes, tell the member',
    tellNot: 'No, say nothing',
    another: 'Give me another one',
    later: 'Not now',
  },
  origins: { mail: 'By mail', phone: 'By phone', person: 'In person', elsewhere: 'Another way' },
  identity: {
    link: 'Link: two accounts are one person',
    unlink: 'Unlink: they are not',
    list: 'List what is linked',
  },
  meeting: {
    list: 'List: what is left to decide',
    add: 'Add: something to talk about',
    decide: 'Decide: its number and the decision',
  },
};

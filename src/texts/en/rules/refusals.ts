/** Why something about a case is not possible, and what to do instead. */
export const refusals = {
  already: (state: string) => `This case is already ${state}.`,
  cannotBecome: (state: string, wanted: string) => `This case is ${state}, so it cannot become ${wanted}.`,
  reopenToBecome: (state: string, wanted: string) =>
    `This case is ${state}, so it cannot become ${wanted}. Reopen it first with /feedback reopen.`,
  mergedCannot: (state: string, wanted: string) =>
    `This case is ${state}, so it cannot become ${wanted}. Go on in the case it was merged into.`,
  merged: 'This case was merged into another one; go on there.',
  reopenFirst: (state: string) => `This case is ${state}. Reopen it first with /feedback reopen.`,
  youHandle: 'You already handle this case.',
  othersHandle:
    'Somebody else already handles this case. To take it over, ask them to hand it over, or use /feedback assign.',
  handlesSelf: 'You already handle this case. Choose who is to look after it from now on.',
  theyHandle: 'They already handle this case. Choose somebody else.',
  keepsHandler: (kind: string) =>
    `Whoever takes on a case of the kind "${kind}" keeps it until it is solved, so that the member is not sent around. Only a lead hands it over; please ask one.`,
  noSeverity: (typed: string, known: string) => `"${typed}" is not a severity. Choose one of: ${known}.`,
  severityAlready: (severity: string) => `The severity is already ${severity}.`,
  kindAlready: (kind: string) => `The case is of the kind "${kind}" already.`,
  emptyNote:
    'The note is empty. Write it behind the case, such as /feedback note FB-12 Called back, line busy.',
  whyDismissed: 'Please say why it is dismissed; the reason is kept with the case.',
  following: 'You follow this case already.',
  notFollowing: 'You do not follow this case.',
  copied: 'They read this case along already. Choose somebody else.',
  copiesFull: (most: number) =>
    `${most} people and channels read this case along already; take one off first.`,
  copyNotFor: 'This case is not for them, so they cannot read it along.',
  notCopied: 'They do not read this case along. Choose somebody else.',
  hasCard: 'That channel has a card of this case already.',
  keptOut: 'They are kept out of this case already. Choose somebody else.',
  notKeptOut: 'They are not kept out of this case.',
  lastToSee:
    'Nobody else who works on cases is known to see this one, so it would be lost. Ask somebody to become lead or admin in hearback.yaml, and let them do this.',
  leadsAlready: 'Only leads see this case already.',
  staffAlready: 'All who work on cases see this one already, but for those it is kept from by name.',
  notForDepartments:
    'Only leads see this case, so it goes to no department. To bring it to one, open it to all who work on cases first, with /feedback audience.',
  noChecklist: 'This case has no checklist.',
  checklistLines: (lines: number) => `The checklist has the lines 1 to ${lines}. Write one of these numbers.`,
  ticked: 'That line is ticked off already.',
  notTicked: 'That line is not ticked off.',
  notRecommended: (kind: string) =>
    `Nothing is recommended for cases of the kind "${kind}". Write it down with /feedback note, or change the kind.`,
  chooseOne: (choices: string) => `Choose one of: ${choices}.`,
  whyRecommended: 'Please say why. Whoever decides needs the reasons.',
  reasonTooLong: (length: number, most: number) =>
    `The reason has ${length} characters; please stay below ${most}.`,
  atTop: 'It is with management already, at L3: nobody is above that.',
  atLevel: (level: number, above: number) =>
    `It is at L${level} already. A case never goes down by itself; to take it further up, choose L${above}.`,
};

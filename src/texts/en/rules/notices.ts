import { plural } from '../../plural.ts';

/** What the people of a case are told when something happens to it, and the notes written by itself. */
export const notices = {
  memberAnswered: 'The member has answered',
  aboutClosed: 'The member has written about a closed case',
  aboutDismissed: 'The member has written about a dismissed case',
  memberChanged: 'The member has changed what they wrote',
  before: 'Before',
  now: 'Now',
  openMessage: 'Open the message',
  staysClosed: 'It stays closed unless you reopen it.',
  handedTitle: 'A case was handed to you',
  handed: <P>(who: P): (string | P)[] => [who, ' asks you to look after this case from now on.'],
  memberSaid: (member: string) => `What ${member} said:`,
  next: 'Next: ',
  takenOverTitle: 'Somebody else looks after this case now',
  takenOver: <P>(who: P): (string | P)[] => [
    who,
    ' has taken it over from you. There is nothing left for you to do.',
  ],
  handedOver: <P>(who: P, to: P): (string | P)[] => [
    who,
    ' has handed it over to ',
    to,
    '. There is nothing left for you to do.',
  ],
  notAnsweredTitle: 'The member has not been answered',
  notAnswered: (problem: string) =>
    `The answer could not be written: ${problem} Please answer by hand with Reply, and tell whoever looks after hearback.yaml and the templates.`,
  fileLostTitle: 'A file could not be kept',
  fileLost: (name: string, why: string) =>
    `"${name}" is not in the record: ${why} All the rest is. Please ask whoever recorded it for the file, and note what it shows.`,
  /** The same, to whoever recorded it. */
  yourFileLost: (name: string, why: string) =>
    `"${name}", which came with what you recorded, is not in the record: ${why} All the rest is. Please post it in the thread below the card of its case, or give it to a lead where you cannot see the card.`,
  fileFailed:
    'Copying it failed again and again. Whoever runs Hearback sees why, and can have it tried again.',
  fileLateTitle: 'A file could not be copied so far',
  fileLate: (name: string, why: string) =>
    `"${name}" is not in the record yet: ${why} It is tried again every hour, for as long as its link works, and you hear how that ends. Please keep the file until then.`,
  fileThereTitle: 'The file is there after all',
  fileThere: (name: string) => `"${name}" is in the record now. There is nothing left for you to do.`,
  notAskedTitle: 'The community has not been asked',
  notAsked: (problem: string) =>
    `${problem} The case goes on without the helpers: the departments of its kind have it, if hearback.yaml names any. Please see that the member hears from somebody.`,
  unasked: {
    restricted: 'Not everybody may see this case.',
    unwritten: 'Nothing was written.',
    noChannel: 'There is no helpers channel in hearback.yaml.',
    noMessage: 'This feedback came in without a message that could be shown to them.',
    privateChannel: 'It was said in a private channel, and stays there.',
  },
  helpersOverTitle: 'The community did not solve it',
  helpersOver:
    'No department is named for this kind of feedback (route), so it is yours now. Bring it to one with the card, or answer it.',
  managementTitle: 'Management could not be told',
  tellManagement: 'Cases like this one go to management at once. Please tell them by hand.',
  nameManagement:
    'So that they hear by themselves, have their private channel named in hearback.yaml (management), or their people (roles.management.people).',
  lastLeadTitle: 'Nobody else could look after it',
  accusedStays: <P>(who: P): (string | P)[] => [
    who,
    ' seems to be one of those it is about, but is the only lead or admin left who is known to see this case, so it was not kept from them.',
  ],
  previousStays: <P>(who: P): (string | P)[] => [
    who,
    ' handled this matter before, but is the only lead or admin left who is known to see this case, so it was not kept from them.',
  ],
  nameAnother: <P>(name: string, who: P): (string | P)[] => [
    `Please have somebody else named as lead or admin in hearback.yaml, and then: /feedback exclude ${name} `,
    who,
  ],
  headsTitle: (kind: string, severity: string) => `${kind}, severity ${severity}`,
  headsHear: 'You hear of cases like this one the moment they come in. Open shows what was said.',
  inConfidence: 'Only leads, management and admins see it; channels are told its number, and nothing else.',
  keptAlready: (name: string) =>
    `It is kept already from somebody it seems to be about: /feedback show ${name} says from whom. If somebody else of the team is meant, keep them out before you talk about it: /feedback exclude ${name} @name accused`,
  keptFromNobody: (name: string) =>
    `So far it is kept from nobody as the person it is about. If somebody of the team is meant, keep them out before you talk about it: /feedback exclude ${name} @name accused`,
  forLeads:
    'It is recorded, and the leads look after it from here. It is shown to nobody else, so please keep it to yourself as well.',
  lostRoleTitle: 'Somebody who handles cases has no role any more',
  lostRole: <P>(who: P, names: string, more: number): (string | P)[] => [
    who,
    ` still has ${names}${more > 0 ? ` and ${more} more` : ''}, but works on cases no more, as far as hearback.yaml and their groups say.`,
  ],
  lostRoleAdvice: (name: string) =>
    `They can do nothing in them, and their reminders go to the next in line. Please take the cases on, or hand them over: /feedback assign ${name} and a person. If it was a mistake, give the role back: then all is as before.`,
  lostRoleUnnamed: 'A case that not everybody sees is with somebody who has no role any more',
  lostRoleLeads:
    'hearback.yaml names no other lead who could be told of it. Leads: /feedback list shows you which cases are open; please take it on, or hand it over with /feedback assign.',
  missedPraiseTitle: 'Kind words have not reached everybody',
  missedPraise: <P>(people: P): (string | P)[] => [
    'The message also mentions ',
    people,
    '. I could not find out in time whether they may have it. Please pass it on to them from the card.',
  ],
  unreadableTitle: 'A flagged message came without text',
  unreadable:
    'The case is recorded, but the text of the message could not be read. On Discord this happens when the Message Content intent is off: switch it on in the Developer Portal under Bot → Privileged Gateway Intents and restart Hearback. Please ask the operator.',
  thanksTitle: 'Thank you for your flag',
  saidAgain:
    'They have told us about this before, and somebody is looking after it already. What you flagged was added to that, so they are answered once and not twice.',
  notYetTitle: 'Not solved yet, says the member',
  notYet: (level: number) =>
    `They were asked whether it is solved, and say that it is not. It is at L${level} now, for somebody who has not handled it before.`,
  noReason: 'They gave no reason.',
  nobodyHasIt: 'Nobody has it at the moment: Open shows it, and Claim there takes it on.',
  escalated: (level: number) => `Escalated to L${level}`,
  tookUp: <P>(who: P): (string | P)[] => [who, ' has taken it up. Why:'],
  tookUpUnsaid: <P>(who: P): (string | P)[] => [who, ' has taken it up, and gave no reason.'],
  openShows: 'Open shows how it stands.',
  /** @param route the label of the menu on the card */
  noLead: (route: string) =>
    `hearback.yaml names no lead who could hear of it. Bring it to a department with “${route}” on its card.`,
  /** Notes that go with what somebody does. */
  dismissed: (reason: string) => `Dismissed: ${reason}`,
  reopened: (reason: string) => `Reopened: ${reason}`,
  notSolved: (words: string) => `Not solved yet: ${words}`,
  rated: (stars: number, words: string) => `Rated ${stars} of 5: ${words}`,
  recommends: (choice: string, reason: string) => `Recommends: ${choice}. ${reason}`,
  /** Why a file did not come along to a department. */
  files: {
    gone: 'its bytes are not in the record any more',
    empty: 'it is empty',
    notCopied: 'it could not be copied',
    tooMany: (most: number) =>
      `one message takes ${plural('en', most, { one: 'one file', other: `${most} files` })}`,
    tooMuch: (most: string) => `one message takes ${most} in all`,
    tooLarge: (size: string, most: string) => `it has ${size}, and a message takes files of ${most}`,
    mailTooLarge: (megabytes: number) => `it has more than ${megabytes} MB`,
    mailTooMany: (most: number) => `of one mail ${most} files are kept`,
    mailTooMuch: (megabytes: number) => `of one mail ${megabytes} MB are kept`,
    letterTooLarge: (megabytes: number, most: number) =>
      `it has ${megabytes} MB, and mail of ${most} MB is read`,
    letterTooManyParts: 'it has too many parts or lines, or is not written as mail is',
  },
};

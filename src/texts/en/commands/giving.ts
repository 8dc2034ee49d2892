import { plural } from '../../plural.ts';

/** Gifts to members, and kind words that are passed on. */
export const giving = {
  gift: {
    summary: 'Give the member something to make up for the trouble: you see the words before they are sent',
    options: { gift: 'Which gift', note: 'A personal line for the member' },
    title: 'Gift ·',
    preview: 'Preview',
    which: 'Which gift?',
    line: 'A personal line for the member',
    lineHint: (member: string) => `To ${member}, by direct message. You see it once more before it is sent.`,
    lineTooLong: (max: number) => `Please keep the personal line below ${max} characters.`,
    onceMore: (member: string, name: string) => `The gift is on its way to ${member} once more (${name}).`,
    waitsForYes: (gift: string, member: string, name: string) =>
      `${gift} for ${member} waits for somebody else's yes (${name}). You hear from me when it is decided; until then nothing is sent.`,
    gone: 'That gift has been sent or taken back meanwhile.',
  },
  gifts: {
    summary: 'What was given this month, what is left, and the last gifts',
    options: { member: 'Only what this member was given', month: 'Another month, such as 2026-10' },
    states: {
      proposed: 'waits for a yes',
      approved: 'not sent yet',
      given: 'given',
      refused: 'refused',
      withdrawn: 'taken back',
      failed: 'could not be delivered',
    },
    notAMonth: (typed: string) => `"${typed}" is not a month. Write it like 2026-10.`,
    noneThere: 'There are no gifts yet. Whoever runs Hearback adds them to hearback.yaml under gifts.',
    ofMonth: (month: string) => `Gifts in ${month}`,
    sum: <P>(gift: P, counts: string, codes: string): (string | P)[] => [
      gift,
      `: ${counts}${codes === '' ? '' : `; ${codes}`}`,
    ],
    noneGiven: 'none given',
    given: (count: number) => `${count} given`,
    onTheWay: (count: number) => `${count} on the way`,
    notDelivered: (count: number) => `${count} not delivered`,
    value: (value: number) => `value ${value}`,
    codesLeft: (count: number) => `${count} ${plural('en', count, { one: 'code', other: 'codes' })} left`,
    heldBack: (count: number) => `${count} held back since a backup was restored`,
    together: (count: number, most: number, value: number, budget: number | null) =>
      `Together ${count} of ${most} a month, value ${value}${budget === null ? '' : ` of ${budget}`}.`,
    noneSeen: 'You can see no gifts to this member.',
    noneListed: 'None to list.',
    removed: '(removed)',
    erased: 'erased member',
    by: ' · by ',
    refusedBy: ' · refused by ',
    approvedBy: ' · approved by ',
    ofMember: (count: number, isAll: boolean) =>
      `What they were given: ${isAll ? count : `the last ${count}`}`,
    last: 'The last ones',
  },
  refuse: {
    summary: 'Say no to a gift somebody else has proposed; they are told why',
    options: { reason: 'Why; whoever proposed it is told' },
    title: 'Refuse gift ·',
    submit: 'Refuse',
    why: 'Why not?',
    hint: 'Whoever proposed it is told. The member is told nothing.',
    refused: (name: string) => `Refused: nothing was sent (${name}). Whoever proposed it is told why.`,
  },
  praise: {
    summary: 'Pass kind words on to somebody they are about, or to their team',
    options: { person: 'Whom the words are about', department: 'Whose work they are about' },
    title: 'Pass on',
    submit: 'Pass on',
    onItsWay: <P>(name: string, to: P): (string | P)[] => [`${name} is on its way to `, to, '. '],
    onItsWayToBoth: <P>(name: string, to: P, team: string): (string | P)[] => [
      `${name} is on its way to `,
      to,
      ` and ${team}. `,
    ],
    isAsked: (team: string, send: string) =>
      `${team} gets it when the member agrees. The question waits on the card: press ${send}.`,
    noPraise: (kind: string, button: string) =>
      `Cases of the kind "${kind}" are not passed on. If these are kind words, change the kind first, with ${button} on the card or /feedback kind.`,
    mayNotHear:
      'They are not in the channel where it was said, or not in this community, so nothing was passed on. Their department can have it all the same.',
    whom: 'Whom are the words about?',
    whomHint: 'They get the words, and the way to the message, by direct message.',
    whose: 'Or whose work?',
  },
};

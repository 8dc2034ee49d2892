import { plural } from '../../plural.ts';

const counted = (count: number) => plural('en', count, { one: '1 gift', other: `${count} gifts` });

/** What can be given, what not, and what was decided. */
export const gifts = {
  kindNever: (kind: string) =>
    `No gift is given for "${kind}": hearback.yaml says so for this kind of feedback. If the kind is wrong, change it first.`,
  noGifts: 'There are no gifts yet. Whoever runs Hearback adds them to hearback.yaml under gifts.',
  noAccount:
    'This member has no account here, so the gift could not reach them. Give it the way their feedback came, and note it with /feedback note.',
  toThemselves: 'Nobody gives themselves a gift. Ask somebody else of the team.',
  memberKeptOut: 'The member is kept out of this case, so nothing of it may reach them.',
  unknown: (typed: string, choices: string) => `There is no gift "${typed}". Choose one of: ${choices}.`,
  perCase: (had: number, most: number) =>
    `This case has ${counted(had)} already, and no more than ${most} are given for one case (giftLimits.perCase).`,
  perMember: (most: number) =>
    `No more gifts for this member this month: no more than ${most} are given (giftLimits.perMember).`,
  perMonth: (given: number) =>
    `${counted(given)} were given this month, which is all there are (giftLimits.perMonth). Next month begins anew.`,
  budget: (left: number, all: number) =>
    `That is more than what is left of this month's budget: ${left} of ${all} (giftLimits.budget).`,
  noCodes:
    'There are no codes of this gift left. Whoever runs Hearback imports more with: hearback gifts import',
  lastCodeGone: 'The last code of this gift has just been given. Choose another gift.',
  waits:
    'This gift waits for somebody else to approve it (/feedback approve). To say it differently, discard it and propose it again.',
  /** Stands in the words of a gift for the code. */
  codePlace: '(the code appears here)',
  keepPlace: (place: string) => `Please keep the words "${place}": the member's code is put there.`,
  wordsTooLong: (most: number) =>
    `With a gift please stay below ${most} characters: it goes out as one message.`,
  unwritten: (problem: string) => `The words for this gift cannot be written. ${problem}`,
  wordsGone: 'The words of this gift were thrown away. Propose it again.',
  whyRefused: 'Please say why; whoever proposed it is told.',
  arrived: 'This gift has arrived, or is on its way.',
  noneWaits: 'No gift of this case waits for a yes or no.',
  refused: 'This gift was refused already; nothing was sent.',
  withdrawn: 'This gift was taken back; nothing was sent.',
  approved: 'This gift was approved already; it goes out once.',
  ownProposal: 'You proposed this gift yourself, so somebody else has to decide.',
  ownGift: 'Nobody decides about a gift to themselves. Ask somebody else of the team.',
  refusedNote: (reason: string) => `Gift refused: ${reason}`,
  approvedTitle: 'Your gift was approved',
  refusedTitle: 'Your gift was refused',
  saidYes: <P>(who: P, member: string): (string | P)[] => [who, ` said yes. It is on its way to ${member}.`],
  saidNo: <P>(who: P): (string | P)[] => [who, ' said no. Nothing was sent. The reason:'],
};

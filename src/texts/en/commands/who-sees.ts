/** Who sees a case and why, and which accounts are one person. */
export const whoSees = {
  identity: {
    summary: 'Which accounts on Slack and Discord are one person; for admins',
    options: {
      do: 'link, unlink or list',
      person: 'Somebody of this community',
      account: 'Their other account, such as slack:T0123ABCD/U0456',
    },
    forAdmins: 'Only admins link the accounts of people. Please ask one of them.',
    noPerson: (id: string, community: string) =>
      `There is no person ${id} in ${community}. Their profile there has the id: Copy member ID on Slack, Copy User ID on Discord (in developer mode).`,
    linkedAlready: <P>(one: P, other: P): (string | P)[] => [one, ' and ', other, ' are linked already.'],
    linked: <P>(one: P, other: P): (string | P)[] => [one, ' and ', other, ' are one person from now on.'],
    meaning: <P>(one: P): (string | P)[] => [
      'What is kept from one of them is kept from both, everywhere. What they do over there about a case of this community they do as ',
      one,
      ', with the same rights. Over there their rights stay what they were, unless an admin of that community links them too.',
    ],
    unlinked: <P>(one: P, other: P): (string | P)[] => [
      one,
      ' and ',
      other,
      ' are two people again, as far as this community says. What was kept from one of them is no longer kept from the other by itself.',
    ],
    notTheseTwo: (list: string) => `This community has not linked these two. ${list} shows what it has.`,
    nobodyHere:
      'This community has linked nobody with them. A link that another community made is undone there.',
    none: (link: string) =>
      `Nobody is linked here yet. ${link} with a person and their other account does it.`,
    is: <P>(one: P, other: P, account: P): (string | P)[] => [one, ' is ', other, ', ', account],
    isBy: <P>(one: P, other: P, account: P, by: P): (string | P)[] => [
      one,
      ' is ',
      other,
      ', ',
      account,
      ', says ',
      by,
    ],
    more: 'There are more: name a person to see theirs.',
    notOneOf: (typed: string) => `Write link, unlink or list, not "${typed}".`,
    writeAccount: (communities: string) =>
      `Write the other account as community/id, such as slack:T0123ABCD/U0456. The communities are: ${communities}.`,
    somebodyHere: (community: string) =>
      `Name somebody of ${community} first, and then their account of elsewhere. Two accounts of elsewhere are linked over there.`,
    sameAccount: 'That is the same account. On one platform people have one in all of its communities.',
  },
  include: {
    summary: 'Let somebody into a case again whom it was kept from',
    options: { person: 'Who may see it again' },
    done: <P>(name: string, who: P): (string | P)[] => [`${name} is no longer kept from `, who, '.'],
  },
  why: {
    summary: 'Who can see a case and why, and who cannot; for admins',
    options: { person: 'About this person alone' },
    forAdmins: 'Only admins are told who can see a case. Please ask one of them.',
    sees: (name: string) => `Can see ${name}`,
    nobodySees: 'Nobody who is known by name.',
    seesNot: 'Cannot see it',
    nobodyElse: 'Nobody who was looked at.',
    byGroup: 'By group or channel, unless it is kept from them',
    byMail: 'By mail: what was sent there',
    mailbox: (address: string, department: string) =>
      `whoever reads ${address}, the mailbox of ${department}`,
    others: (count: number) =>
      `${count} more were not looked at. Name a person behind the case to hear about them. That you have asked is in the audit log.`,
    noOthers: 'Nobody else can see it. That you have asked is in the audit log.',
    because: <P>(who: P, reasons: string): (string | P)[] => [who, `: ${reasons}`],
    group: (group: string, members: number | null) =>
      `whoever is in the group ${group}${members === null ? '' : ` (${members})`}`,
    channel: <P>(channel: P): (string | P)[] => ['whoever is in ', channel, ' and asks there'],
    groupSees: (reasons: string) => `: sees it, ${reasons}`,
    groupSeesNot: (reasons: string) => `: does not, ${reasons}`,
    roles: {
      flagger: 'flagger',
      moderator: 'moderator',
      handler: 'handler',
      lead: 'lead',
      management: 'management',
      admin: 'admin',
    },
    gone: 'has left, or is a bot',
    ofDepartment: (department: string) => `of ${department}, which has it`,
    readsAlong: 'reads it along (cc)',
    elsewhere: 'is of another community',
    keptOut: 'kept out',
    keptOutAs: {
      accused: 'kept out: it is about them',
      previous_handler: 'kept out: handled it before',
      conflict: 'kept out: conflict of interest',
      otherAccount: 'kept out: another account of theirs is',
    },
    own: 'it is about what they said themselves',
    leadsOnly: 'it is for leads alone, and this is none',
    noPart: 'no role that sees it, and no department that has it',
    handles: 'handles it',
    isMember: 'is its member',
    flagged: 'flagged it',
    follows: 'follows it',
  },
};

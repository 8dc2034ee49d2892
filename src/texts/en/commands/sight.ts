/** Who may see a case: leads alone or all, somebody kept out, somebody who reads it along. */
export const sight = {
  audience: {
    summary: 'Say who may see a case: leads alone, or all staff',
    options: { who: 'leads or staff' },
    leadsAlone: (name: string) =>
      `From now on only leads, management and admins see ${name}. In channels it shows its number only; what people wrote there themselves stays. Reminders come to its handler if that is a lead, else to the leads.`,
    allStaff: (name: string) =>
      `All who work on cases see ${name} again, but for those it is kept from by name.`,
    write: 'Write leads or staff: who may see the case.',
    writeNot: (typed: string) => `Write leads or staff, not "${typed}": who may see the case.`,
  },
  exclude: {
    summary: 'Keep somebody out of a case, whatever their role',
    options: {
      person: 'For whom it does not exist from now on',
      why: 'conflict (default), accused or previous-handler',
    },
    doesNotExist: <P>(name: string, who: P): (string | P)[] => [
      `From now on ${name} does not exist for `,
      who,
      '. In channels it shows its number only; what people wrote there themselves stays. /feedback include lets them in again.',
    ],
  },
  cc: {
    summary: 'Let somebody, or a private channel, read a case along',
    options: {
      do: 'add, remove or list',
      person: 'Who reads it',
      channel: 'Or a private channel, such as qa',
    },
    choices: { add: 'Let them read it', remove: 'Take them off', list: 'Who reads it' },
    management: 'Management',
    write: 'Write add, remove or list behind the case.',
    canRead: <P>(who: P, name: string): (string | P)[] => [
      who,
      ` can read ${name} from now on, and is told so once.`,
    ],
    readsNoMore: <P>(who: P, name: string): (string | P)[] => [
      who,
      ` does not read ${name} any more. What stood there is taken away.`,
    ],
    oneAtATime: 'Name a person or a channel, one at a time.',
    nameOne: 'Name a person, such as @mia, or channel: and a channel.',
    elsewhere:
      'Somebody of another workspace can read along only in the channel of their department: name that with channel:',
    bot: 'That is a bot, and it reads nothing. Name a person.',
    gone: 'They are not in the community (any more). Name somebody else.',
    oneOfThese: (channels: string) =>
      `A case is shown only in private channels that hearback.yaml names, and that is none of them. Write one of: ${channels}.`,
    noneNamed:
      'A case is shown only in private channels that hearback.yaml names, and that is none of them. It names none so far.',
    isPublic: (channel: string) =>
      `The channel “${channel}” is public, so members could read the case there. Make it private first.`,
    nobody: (name: string, typed: string) => `Nobody reads ${name} along. ${typed} and a person lets them.`,
    /** In front of their names. */
    isRead: (name: string) => `${name} is read along by `,
  },
};

/** What departments say of a case and are told, and taking a case up. */
export const departments = {
  department: {
    summary: 'What your department makes of a case: take it, ask, answer for the member',
    options: {
      do: 'What',
      text: 'Your words; the member sees none of them by themselves',
      department: 'Which department, where you are in several',
    },
    choices: {
      take: 'Take it',
      ask: 'Ask for more',
      elsewhere: 'Handled elsewhere, with a link',
      decline: 'Decline, with a reason',
      fixed: 'Fixed',
      answer: 'Answer for the member: a draft for the handler',
      tell: 'Tell the department something',
    },
    /** What somebody is asked for: title at most 14 characters, label at most 45. */
    asked: {
      ask: {
        title: 'Ask for more',
        submit: 'Ask',
        label: 'What do you need to know?',
        hint: 'Whoever looks after the case hears it at once. The member does not see it.',
      },
      elsewhere: {
        title: 'Elsewhere',
        submit: 'Say so',
        label: 'Where is it handled?',
        hint: 'A link that begins with https://, and a few words if you like. The member does not see it.',
      },
      decline: {
        title: 'Decline',
        submit: 'Decline',
        label: 'Why is it not for you?',
        hint: 'For whoever looks after the case. The member does not see it.',
      },
      fixed: {
        title: 'Fixed',
        submit: 'Fixed',
        label: 'What was done?',
        hint: 'For whoever looks after the case; may stay empty. The member does not see it.',
      },
      answer: {
        title: 'Answer',
        submit: 'Hand over',
        label: 'What the member should read',
        hint: 'A draft: the handler reads it, and sends it or not. Nothing goes out by itself.',
      },
      tell: {
        title: 'Tell ·',
        submit: 'Tell',
        label: 'What should they know?',
        hint: 'It is posted in their channel, and they have time to answer again. The member does not see it.',
      },
    },
    endedHint: 'The case has ended: your words are kept, and its handler hears of them.',
    takenBy: <P>(who: P): (string | P)[] => [who, ' has taken it already.'],
    hasEnded: (name: string) => `${name} has ended`,
    endedAndKept: 'Nothing was changed. Your words are kept with it, and its handler was told.',
    reopen: 'Reopen',
    endedTheyCanReopen: (name: string) =>
      `${name} has ended, so nothing was changed. Your words are kept, and its handler was told: they can reopen it.`,
    waitsAsDraft: (name: string, member: string) =>
      `Thank you. It waits as a draft with the handler of ${name}: ${member} reads it once they send it.`,
    heard: (name: string) => `${name}: its handler has heard of it.`,
    isTold: (name: string, department: string) =>
      `${name}: ${department} is told, and has time to answer again.`,
    writeStep: (steps: string) =>
      `Write one of ${steps} behind the case: what your department makes of it. Or tell, with what a department should know.`,
    onlyThey: (department: string, typed: string) =>
      `Only ${department} can say that, in its channel. To tell it something: ${typed}`,
    notTheirs:
      'You are in none of the departments this case was brought to, so this is for them to say. Keep what you know as a note: /feedback note.',
    several: (all: string) => `You are in several departments. Say for which: ${all}`,
    notYours: 'That is for whoever looks after the case. Write it in the thread of its card instead.',
    noneYet: 'This case was brought to no department yet. Do that with /feedback route.',
    sayWhich: (all: string) => `Say which department: ${all}`,
  },
  escalate: {
    summary: 'Take a case up: to the leads and a department, or to management',
    options: {
      level: 'L2 or L3; without it you are asked',
      reason: 'Why; the member never sees it',
      department: 'A department that gets it in the same step',
    },
    isAt: (name: string, level: string) => `${name} is at ${level} now. They hear of it at once.`,
    isAtAndOnItsWay: (name: string, level: string, department: string) =>
      `${name} is at ${level} now and on its way to ${department}. They hear of it at once.`,
    takenUp: <P>(who: P, at: P, more: string): (string | P)[] => [
      who,
      ' has taken it up already, ',
      at,
      `. ${more}`,
    ],
    writeLevel: 'Write L2 or L3 behind the case: L2 is its leads and a department, L3 management.',
    atTheTop: 'It is with management already, at L3: nobody is above that.',
    title: 'Escalate',
    submit: 'Escalate',
    howFar: 'How far up',
    why: 'Why',
    whyHint: 'For the leads, the departments and management. The member does not see it.',
    alsoTo: 'Also to this department',
    none: 'None',
  },
};

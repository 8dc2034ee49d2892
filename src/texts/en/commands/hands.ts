/** Whose hands a case is in: taking it, handing it over, having looked after it, and who is on duty. */
export const hands = {
  assign: {
    summary: 'Hand a case over to somebody',
    options: { person: 'Who looks after it from now on', note: 'What they should know' },
    title: 'Hand over',
    submit: 'Hand over',
    who: 'Who looks after it from now on?',
    note: 'What should they know?',
    isWith: <P>(name: string, to: P): (string | P)[] => [`${name} is with `, to, ' now.'],
    notYet: (name: string) => `${name} is not handed over yet`,
    isAway: <P>(who: P, until: P): (string | P)[] => [
      who,
      ' is away until ',
      until,
      ', so the member could wait for so long.',
    ],
    standsIn: <P>(who: P): (string | P)[] => [who, ' looks after their cases meanwhile.'],
    noteKept: 'Your note is kept with the case, and whoever gets it will read it.',
    handTo: (name: string) => `Hand over to ${name}`,
    handAllTheSame: 'Hand over all the same',
  },
  claim: {
    summary: 'Take a case on yourself',
    isYours: (name: string) => `${name} is yours now. Its reminders come to you.`,
  },
  done: {
    summary: 'You have looked after it: its reminders rest',
    comesUp: <P>(name: string, at: P): (string | P)[] => [
      `Thank you. The next reminder of ${name} comes `,
      at,
      ' unless it is solved before.',
    ],
    noted: (name: string) => `Thank you, noted with ${name}.`,
  },
  duty: {
    summary: 'Who is on duty now, and who comes next',
    noTurns:
      'Nobody takes turns here: reminders of new cases go to the triage channel. A roster is written down in hearback.yaml, under duty; whoever runs Hearback can do that.',
    noTurnsBut: <P>(handler: P): (string | P)[] => [
      'Nobody takes turns here: reminders of new cases go to ',
      handler,
      '. A roster is written down in hearback.yaml, under duty; whoever runs Hearback can do that.',
    ],
    onDuty: 'On duty: ',
    goThere: '. Reminders of cases nobody has claimed go there.',
    nobody: 'Nobody of the roster is there. Reminders of cases nobody has claimed go to the triage channel.',
    nobodyBut: <P>(handler: P): (string | P)[] => [
      'Nobody of the roster is there. Reminders of cases nobody has claimed go to ',
      handler,
      '.',
    ],
    turn: <P>(from: string, who: P): (string | P)[] => [`from ${from}: `, who],
    hasLeft: ' (has left)',
    hasNoRole: ' (has no role that works on cases)',
    isAway: <P>(until: P): (string | P)[] => [' (away until ', until, ')'],
  },
};

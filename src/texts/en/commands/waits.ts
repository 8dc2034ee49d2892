/** For how long something rests, by whose clock, and what the member was promised meanwhile. */
export const waits = {
  halfHour: 'Half an hour',
  hours: (count: number) => `${count} hours`,
  tomorrow: 'Tomorrow at 9:00',
  oneDay: 'One day',
  days: (count: number) => `${count} days`,
  monday: 'Monday at 9:00',
  oneWeek: 'A week',
  untilMember: 'Until the member writes',
  /** How a moment is written, as `Intl` knows it. */
  dateStyle: 'en-GB',
  zoneAsk: (zone: string) =>
    `I do not know your time zone, so this is by the clock of ${zone}. Which is yours? You are asked this once.`,
  yourZone: 'Your time zone',
  anotherZone: 'Another …',
  remindedBefore: <P>(deadline: P): (string | P)[] => [
    ' What the member was promised goes on: they should hear from you by ',
    deadline,
    ', and you are reminded before.',
  ],
  remindedThen: <P>(deadline: P): (string | P)[] => [
    ' The member was promised to hear from you by ',
    deadline,
    ', so you are reminded again then. It would be kind to send them word before.',
  ],
};

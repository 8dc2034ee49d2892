/** What several members say about the same thing. Counts come in words already, such as "3 members". */
export const topics = {
  choices: {
    show: 'Show it, or all of them',
    link: 'A case belongs to it',
    unlink: 'A case is about something else',
    merge: 'It is the same as another topic',
    rename: 'Call it something else',
    fixed: 'It is fixed: tell the members',
  },
  fixedAndTold: (topic: string) => `${topic} is fixed already, and its members were told.`,
  somebodyQuicker: (topic: string) => `${topic} is fixed already: somebody was quicker.`,
  willHear: (members: string) =>
    `Well done! ${members} will hear it, one after the other, each in their language. Whom I cannot tell I name to whoever looks after their case.`,
  fixedForm: {
    title: (topic: string) => `${topic} is fixed`,
    submit: 'Tell them',
    who: 'Who is told that it is fixed?',
    hint: 'Each once, in their language, where their case is answered. Look at doubtful links first.',
    all: (members: string) => `All ${members}`,
    onlyLinked: (count: number) => `Only the ${count} that people have linked`,
  },
  notForEverybody:
    'This case is not for everybody, so it is part of no topic: what many see would tell of it.',
  otherNotForEverybody: 'The other case is not for everybody, so it is part of no topic.',
  sameCase: 'That is the same case. Name another one.',
  belongs: (name: string, show: string) => `${name} belongs there. ${show} shows with whom.`,
  isAboutElse: (name: string, topic: string) =>
    `${name} is about something else than ${topic}, and is not proposed with it again.`,
  notNamed: (typed: string, example: string, list: string) =>
    `"${typed}" is neither a topic nor a case. Write it like T-4 or ${example}; ${list} lists the topics.`,
  nameCase: (typed: string) => `Name a case, such as: ${typed}`,
  noneSame: 'No two cases here seem to be about the same thing. When some are, their cards say so.',
  title: 'Topics',
  listed: (title: string, members: string, cases: string) => ` ${title} · ${members}, ${cases}`,
  fixedOn: <P>(at: P): (string | P)[] => [' · fixed ', at],
  showsOne: (typed: string) => `${typed} shows one.`,
  noTopic: (topic: string, list: string) => `There is no topic ${topic} here. ${list} lists them.`,
  ofNoTopic: 'This case belongs to no topic.',
  rename: {
    title: (topic: string) => `Rename ${topic}`,
    submit: 'Rename',
    label: 'What is it about?',
    hint: 'Internal: members never see it.',
  },
};

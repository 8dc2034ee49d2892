/** What a phrase does to whoever reads it. */
export type ToneWhy = 'belittling' | 'blaming' | 'shouting' | 'arguing';

/** Every reason for a warning about a phrase. Each language lists its phrases under these. */
export const REASONS = {
  hindsight: {
    why: 'blaming',
    explanation: 'It says what they did wrong, and nobody can change that any more.',
  },
  repeating: {
    why: 'blaming',
    explanation: 'It says they did not listen. Perhaps it was not clear, or it got lost.',
  },
  fault: {
    why: 'blaming',
    explanation: 'It is about who is to blame. What helps them is what happens next.',
  },
  careless: {
    why: 'blaming',
    explanation: 'It says they did not try. We do not know what they tried.',
  },
  insult: {
    why: 'belittling',
    explanation: 'It judges the person, not what happened.',
  },
  obvious: {
    why: 'belittling',
    explanation: 'What is easy for us was not for them, or they would not ask. This makes them feel foolish.',
  },
  reading: {
    why: 'belittling',
    explanation: 'It says they cannot read, or did not. Perhaps it was hard to find.',
  },
  alone: {
    why: 'belittling',
    explanation: 'It says that what happened to them does not count, because others did not say so.',
  },
  condescending: {
    why: 'belittling',
    explanation: 'It talks to them as if from above.',
  },
  exaggerating: {
    why: 'belittling',
    explanation: 'It makes little of what they feel. It is big enough for them to write to us.',
  },
  halfApology: {
    why: 'belittling',
    explanation: 'It is sorry for how they feel, not for what happened.',
  },
  calm: {
    why: 'arguing',
    explanation: 'People who are told to calm down rarely do. Showing that you understand works better.',
  },
  wrong: {
    why: 'arguing',
    explanation: 'It fights about who is right. What we see, and where it may come from, is enough.',
  },
  notUnderstood: {
    why: 'arguing',
    explanation: 'It says that they are the ones who do not understand. We can say it better.',
  },
  manners: {
    why: 'arguing',
    explanation: 'It answers how they say it, not what they say.',
  },
  shuttingDown: {
    why: 'arguing',
    explanation: 'It shuts the door. Even a no can say what is still possible.',
  },
  swearing: {
    why: 'arguing',
    explanation: 'It is a swear word, or close to one.',
  },
} as const satisfies Record<string, { why: ToneWhy; explanation: string }>;

export type ToneReason = keyof typeof REASONS;

/** What a phrase does to whoever reads it. */
export type ToneWhy = 'belittling' | 'blaming' | 'shouting' | 'arguing';

/** Every reason for a warning about a phrase; `texts.rules.tone` says each. Each language lists its phrases under these. */
export const REASONS = {
  hindsight: 'blaming',
  repeating: 'blaming',
  fault: 'blaming',
  careless: 'blaming',
  insult: 'belittling',
  obvious: 'belittling',
  reading: 'belittling',
  alone: 'belittling',
  condescending: 'belittling',
  exaggerating: 'belittling',
  halfApology: 'belittling',
  calm: 'arguing',
  wrong: 'arguing',
  notUnderstood: 'arguing',
  manners: 'arguing',
  shuttingDown: 'arguing',
  swearing: 'arguing',
} as const satisfies Record<string, ToneWhy>;

export type ToneReason = keyof typeof REASONS;

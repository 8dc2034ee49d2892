import type { ToneWhy } from '../../../src/cases/tone/reasons.ts';

/** What people write to members: `bad` with what the check has to say of it, `harmless` must bring no warning in any language. */
export interface Sentences {
  bad: [sentence: string, why: ToneWhy][];
  harmless: string[];
}

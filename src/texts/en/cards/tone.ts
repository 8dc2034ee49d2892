import { plural } from '../../plural.ts';

/** What a member may take badly of a text, for whoever wrote it. */
export const tone = {
  title: 'A word on the tone',
  may: (member: string) => `: ${member} may take this differently from how you mean it.`,
  more: (count: number) =>
    plural('en', count, {
      one: 'There is one more like these. You can send it all the same.',
      other: `There are ${count} more like these. You can send it all the same.`,
    }),
  allTheSame: 'You can send it all the same.',
  /** In which words it stands, as far as they are shown around it. */
  begins: '“',
  ends: '”',
  instead: (words: string) => ` Perhaps instead: “${words}”`,
  why: { belittling: 'belittling', blaming: 'blame', shouting: 'shouting', arguing: 'arguing' },
};

import type { tone as english } from '../../en/cards/tone.ts';
import { plural } from '../../plural.ts';

export const tone: typeof english = {
  title: 'Et ord om tonen',
  may: (member) => `: ${member} kan opfatte det her anderledes, end du mener det.`,
  more: (count) =>
    plural('da', count, {
      one: 'Der er ét sted til som disse. Du kan godt sende det alligevel.',
      other: `Der er ${count} steder til som disse. Du kan godt sende det alligevel.`,
    }),
  allTheSame: 'Du kan godt sende det alligevel.',
  begins: '"',
  ends: '"',
  instead: (words) => ` Måske i stedet: "${words}"`,
  why: { belittling: 'nedgørende', blaming: 'bebrejdende', shouting: 'råbende', arguing: 'diskuterende' },
};

import type { tone as english } from '../../en/cards/tone.ts';
import { plural } from '../../plural.ts';

export const tone: typeof english = {
  title: 'Uma palavra sobre o tom',
  may: (member) => `: ${member} pode entender isto de forma diferente do que quer dizer.`,
  more: (count) =>
    plural('pt-PT', count, {
      one: 'Há mais um como estes. Pode enviar na mesma.',
      other: `Há mais ${count} como estes. Pode enviar na mesma.`,
    }),
  allTheSame: 'Pode enviar na mesma.',
  begins: '“',
  ends: '”',
  instead: (words) => ` Talvez antes: “${words}”`,
  why: { belittling: 'menosprezo', blaming: 'acusação', shouting: 'gritos', arguing: 'discussão' },
};

import type { tone as english } from '../../en/cards/tone.ts';
import { plural } from '../../plural.ts';

export const tone: typeof english = {
  title: 'Un mot sur le ton',
  may: (member) => ` : ${member} pourrait le prendre autrement que vous ne le pensez.`,
  more: (count) =>
    plural('fr', count, {
      one: 'Il y a encore un passage de ce genre. Vous pouvez l’envoyer quand même.',
      other: `Il y a encore ${count} passages de ce genre. Vous pouvez l’envoyer quand même.`,
    }),
  allTheSame: 'Vous pouvez l’envoyer quand même.',
  begins: '« ',
  ends: ' »',
  instead: (words) => ` Peut-être plutôt : « ${words} »`,
  why: { belittling: 'rabaissant', blaming: 'reproche', shouting: 'cri', arguing: 'dispute' },
};

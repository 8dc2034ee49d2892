import type { tone as english } from '../../en/rules/tone.ts';

export const tone: typeof english = {
  hindsight: 'Cela dit ce que la personne a mal fait, et personne ne peut plus rien y changer.',
  repeating:
    'Cela dit qu’elle n’a pas écouté. Peut-être que ce n’était pas clair, ou que le message s’est perdu.',
  fault: 'Cela cherche à qui la faute. Ce qui aide la personne, c’est la suite.',
  careless: 'Cela dit qu’elle n’a pas fait d’effort. Nous ne savons pas ce qu’elle a essayé.',
  insult: 'Cela juge la personne, pas ce qui s’est passé.',
  obvious:
    'Ce qui est facile pour nous ne l’était pas pour elle, sinon elle ne demanderait pas. Elle va se sentir bête.',
  reading:
    'Cela dit qu’elle ne sait pas lire, ou qu’elle n’a pas lu. Peut-être était-ce difficile à trouver.',
  alone: 'Cela dit que ce qui lui est arrivé ne compte pas, puisque les autres n’ont rien dit.',
  condescending: 'Cela lui parle de haut.',
  exaggerating: 'Cela minimise ce qu’elle ressent. C’est assez important pour qu’elle nous écrive.',
  halfApology: 'Cela s’excuse de ce qu’elle ressent, pas de ce qui s’est passé.',
  calm: 'Dire à quelqu’un de se calmer marche rarement. Montrer que l’on comprend marche mieux.',
  wrong:
    'Cela se dispute pour savoir qui a raison. Dire ce que nous voyons, et d’où cela peut venir, suffit.',
  notUnderstood: 'Cela dit que c’est elle qui ne comprend pas. Nous pouvons mieux l’expliquer.',
  manners: 'Cela répond à la façon de le dire, pas à ce qui est dit.',
  shuttingDown: 'Cela ferme la porte. Même un non peut dire ce qui reste possible.',
  swearing: 'C’est un gros mot, ou presque.',
  shouting:
    'Les majuscules et les suites de signes passent pour des cris, même quand l’intention est chaleureuse.',
};

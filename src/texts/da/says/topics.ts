import type { topics as english } from '../../en/says/topics.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('da', number, { one, other })}`;

export const topics: typeof english = {
  withoutWords: 'Uden ord',
  summary: (title, members) => `${title}: ${count(members, 'medlem', 'medlemmer')}`,
  said: (members, times) =>
    `${count(members, 'medlem', 'medlemmer')} har sagt det ${times === 1 ? 'én gang' : `${times} gange`}`,
  saidSince: (said, since) => [said, ' siden ', since, '. '],
  cameBack: 'Det var rettet, men er kommet igen.',
  whenFixed: (button) => `Tryk på ${button}, når det er rettet: så får hver af dem besked.`,
  fixedAt: (at) => ['Rettet, ', at, ': hver af dem får besked.'],
  quoted: (words) => ` "${words}" · `,
  more: (left) => `og ${left} til`,
  footer: 'Sager, som ikke alle her må se, er udeladt og ikke talt med.',
  where: 'Hvor',
  departments: 'Afdelinger',
  linked: 'Knyttet til',
  byPeople: 'af personer',
  byWords: (found, all) => `${found} ud af ${all} kun på ordene: kig på dem`,
  same: 'Det samme',
  showAll: 'Vis alle',
  rename: 'Omdøb',
  byHand: {
    title: 'Sig til medlemmet, at det er rettet',
    notTold: (topic, name, why) => `${topic} er rettet, og medlemmet i ${name} har ikke fået besked: ${why}`,
    kept: 'sagen er ikke for alle, så der bliver ikke sagt noget i den automatisk.',
    noMessage: 'den kom ind uden en besked. Giv besked ad den vej, den kom.',
    empty: 'skabelonen siger ikke noget; giv selv besked med Svar.',
  },
};

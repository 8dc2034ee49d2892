import type { heat as english } from '../../en/says/heat.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('da', number, { one, other })}`;

export const heat: typeof english = {
  title: 'En tråd er ved at koge over',
  summary: (counts) => `En tråd er ved at koge over: ${counts}`,
  in: (channel) => ['I ', channel, '. '],
  toFlag: 'Marker registrerer den første besked som feedback, som om du havde markeret den dér.',
  cannotFlag:
    'Den første besked kan ikke markeres (en bot har skrevet den, eller den er væk). Marker den besked i tråden, det handler om.',
  recorded: 'Den er registreret.',
  recordedAs: (name) => ['Den er registreret som ', name, '.'],
  nothingNeeded: 'Der skal ikke gøres noget her.',
  nothingNeededSays: (who) => ['Der skal ikke gøres noget, siger ', who, '.'],
  counts: (replies, people, upset, kind) =>
    `${count(replies, 'svar', 'svar')} fra ${count(people, 'person', 'personer')}, ${upset} vrede og ${kind} venlige ord eller reaktioner`,
  withinHours: (hours) => (hours === 1 ? 'På en time' : `På ${hours} timer`),
  withinMinutes: (minutes) => (minutes === 1 ? 'På et minut' : `På ${minutes} minutter`),
  heat: 'Varme',
  value: (value, hot) => `${value} (${hot} er varmt)`,
  footer: 'Af det, ingen markerer, gemmes kun tal. Tilbydes én gang.',
  flag: 'Marker',
  notNeeded: 'Ikke nødvendigt',
  openThread: 'Åbn tråden',
  nothingBefore: 'endnu intet at sammenligne med',
  asBefore: 'som ugen før',
  upFrom: (before) => `op fra ${before} ugen før`,
  downFrom: (before) => `ned fra ${before} ugen før`,
  why: (upset, kind, messages, people) =>
    `${upset} vrede og ${kind} venlige ord eller reaktioner i ${count(messages, 'besked', 'beskeder')} fra ${count(people, 'person', 'personer')}`,
  hotThreads: (threads) => count(threads, 'ophedet tråd', 'ophedede tråde'),
};

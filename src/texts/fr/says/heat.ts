import type { heat as english } from '../../en/says/heat.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('fr', number, { one, other })}`;

export const heat: typeof english = {
  title: 'Un fil s’échauffe',
  summary: (counts) => `Un fil s’échauffe : ${counts}`,
  in: (channel) => ['Dans ', channel, '. '],
  toFlag:
    '« Signaler » enregistre son premier message comme retour, comme si vous l’aviez signalé sur place.',
  cannotFlag:
    'Son premier message ne peut pas être signalé (un bot l’a écrit, ou il n’est plus là). Signalez dans le fil le message qui compte.',
  recorded: 'C’est enregistré.',
  recordedAs: (name) => ['C’est enregistré sous ', name, '.'],
  nothingNeeded: 'Il n’y a rien à faire ici.',
  nothingNeededSays: (who) => ['Rien à faire, dit ', who, '.'],
  counts: (replies, people, upset, kind) =>
    `${count(replies, 'réponse', 'réponses')} de ${count(people, 'personne', 'personnes')}, mots ou réactions de colère : ${upset}, gentils : ${kind}`,
  withinHours: (hours) => (hours === 1 ? 'En une heure' : `En ${hours} heures`),
  withinMinutes: (minutes) => (minutes === 1 ? 'En une minute' : `En ${minutes} minutes`),
  heat: 'Chaleur',
  value: (value, hot) => `${value} (chaud à partir de ${hot})`,
  footer: 'De ce que personne ne signale, seuls des nombres sont gardés. Proposé une seule fois.',
  flag: 'Signaler',
  notNeeded: 'Pas nécessaire',
  openThread: 'Ouvrir le fil',
  nothingBefore: 'rien encore à comparer',
  asBefore: 'comme la semaine précédente',
  upFrom: (before) => `en hausse, ${before} la semaine précédente`,
  downFrom: (before) => `en baisse, ${before} la semaine précédente`,
  why: (upset, kind, messages, people) =>
    `mots ou réactions de colère : ${upset}, gentils : ${kind}, dans ${count(messages, 'message', 'messages')} de ${count(people, 'personne', 'personnes')}`,
  hotThreads: (threads) => count(threads, 'fil qui s’échauffe', 'fils qui s’échauffent'),
};

import type { toDo as english } from '../../en/says/to-do.ts';
import { plural } from '../../plural.ts';

export const toDo: typeof english = {
  nothing: 'Der er ikke mere til i dag',
  cases: (count) => plural('da', count, { one: 'Én sag til i dag', other: `${count} sager til i dag` }),
  summary: (title, community) => `${title} i ${community}`,
  allDone: 'Det, der skulle gøres, er gjort. Hav en god dag.',
  goodMorning: (community) => `Godmorgen. Det her venter på dig i ${community}:`,
  afterThose: 'Dine, efter dem nedenfor',
  yours: 'Dine',
  footer: (command) => `Din dagsliste. Slå den fra med ${command}`,
  more: (left) => `og ${left} til: /feedback mine`,
  openAnother: 'Åbn en anden …',
  due: {
    first_response: 'første svar senest',
    next_response: 'svar senest',
    update_due: 'nyt til medlemmet senest',
    department_answer: 'spørg afdelingen igen',
    resolution: 'skal være løst',
    silence: 'medlemmet har ikke sagt noget',
    wake: 'kommer tilbage',
    community: 'fællesskabet har haft sin tid',
  },
  memberWaits: 'medlemmet venter på svar',
  draftWaits: 'et svar er skrevet og venter på et klik',
  message: 'besked',
};

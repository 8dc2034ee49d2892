import type { reminders as english } from '../../en/cards/reminders.ts';
import { plural } from '../../plural.ts';

export const reminders: typeof english = {
  waits: (name) => `${name} venter`,
  waitsForYou: (name) => `${name} venter på dig`,
  severalWait: (count) =>
    plural('da', count, { one: 'En sag venter på dig', other: `${count} sager venter på dig` }),
  theseWait: (names) => `${names} venter på dig`,
  restMenu: 'Disse venter også; menuen nedenfor åbner en af dem:',
  restLists: (count, mine, list) =>
    `Og ${count} til: ${mine} viser dine egne, og ${list} alle dem, der er åbne.`,
  longest: 'De, der har ventet længst:',
  preparedInShort: (words) => `Forberedt: "${words}"`,
  preparedDm: (member, send) =>
    `Forberedt til ${member} som direkte besked. Med ${send} sendes det, som det står:`,
  preparedThread: (member, send) =>
    `Forberedt til ${member} i den offentlige tråd. Med ${send} sendes det, som det står:`,
  summary: (name, why) => `${name}: ${why}`,
  why: {
    first_response: 'Medlemmet har ikke fået svar endnu.',
    update_due: 'Medlemmet er blevet lovet at høre fra os igen og har intet hørt endnu.',
    next_response: 'Medlemmet venter på svar.',
    department_answer: 'Afdelingen har ikke sagt noget endnu.',
    resolution: 'Det er ikke løst endnu.',
    silence: 'Medlemmet har ikke svaret.',
    wake: 'Sagen var udsat og er tilbage.',
    community: 'Ingen i fællesskabet har hjulpet endnu.',
  },
  inShort: {
    first_response: 'ikke fået svar endnu',
    update_due: 'blev lovet at høre fra os',
    next_response: 'venter på svar',
    department_answer: 'afdelingen er tavs',
    resolution: 'ikke løst endnu',
    silence: 'tavs',
    wake: 'var udsat',
    community: 'ingen har hjulpet',
  },
  firstResponse: (since) => ['Medlemmet har ventet på et første svar siden ', since, '.'],
  nextResponse: (since) => ['Medlemmet har ventet på svar siden ', since, '.'],
  updateDue: (by) => ['Medlemmet er blevet lovet at høre fra os senest ', by, ' og har intet hørt endnu.'],
  departmentAnswer: (department, since) => [
    `${department} har haft sagen siden `,
    since,
    ' og har ikke sagt noget endnu.',
  ],
  theDepartment: 'Afdelingen',
  resolution: (by) => ['Det skulle være løst senest ', by, ' og er det ikke endnu.'],
  wake: (until) => ['Sagen var udsat til ', until, '.'],
  climbed: {
    channel: ' Kanalen er blevet spurgt før, og ingen dér har reageret.',
    again: ' Der har været en påmindelse før, og ingen har reageret.',
    further: ' Den, der tager sig af sagen, har fået en påmindelse før og har ikke reageret.',
  },
  awayHere: (who, until) => [who, ' er væk til ', until, ', så beskeden kom her.'],
  awayToYou: (who, until) => [who, ' er væk til ', until, ', så beskeden kom til dig.'],
  lostRole: ' arbejder ikke længere med sager',
  hasLeft: ' har forladt fællesskabet',
  toDo: {
    owner: ' og har stadig denne sag; giv den videre til en anden.',
    handler: '; skriv en anden sagsbehandler i hearback.yaml.',
    standIn: '; find en anden afløser.',
    lead: '; skriv en anden leder i hearback.yaml.',
    management: '; skriv en anden til ledelsen i hearback.yaml.',
  },
  department: {
    title: (name, department) => `${name} venter på ${department}`,
    summary: (name, department) => `${name} venter på svar fra ${department}`,
    nothing: 'Der er ikke sagt noget om denne sag endnu.',
    nothingSince: (since) => ['Der er ikke sagt noget om denne sag siden ', since, '.'],
    byMail: ' Svar på denne mail, og fortæl, hvordan det står til. Medlemmet ser det ikke.',
    byCard: (note) =>
      ` Fortæl, hvordan det står til: med ${note} gemmes det på sagen til sagsbehandleren. Medlemmet ser det ikke.`,
  },
};

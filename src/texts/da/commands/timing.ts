import type { timing as english } from '../../en/commands/timing.ts';

export const timing: typeof english = {
  snooze: {
    summary: 'Lad påmindelser om en sag hvile en tid, eller indtil medlemmet skriver',
    options: { for: 'Hvor længe, for eksempel 3d eller i morgen 9:00; member: indtil medlemmet skriver' },
    title: 'Udsæt',
    submit: 'Udsæt',
    again: 'Mind mig om den igen om',
    own: 'Eller på et tidspunkt, du selv vælger',
    ownHint: 'For eksempel fredag 14:30, 24/12 eller om 10 dage',
    rests: (name, until) => [`${name} hviler indtil `, until, '.'],
    restsForMember: (name, member, until) => [
      `${name} hviler, indtil ${member} skriver, dog senest indtil `,
      until,
      '.',
    ],
  },
  remind: {
    summary: 'Bestem, hvornår den næste påmindelse om en sag kommer',
    options: { when: 'Om hvor længe eller hvornår, for eksempel 3d eller i morgen 9:00' },
    comes: (name, at) => [`Den næste påmindelse om ${name} kommer `, at, '.'],
  },
  timezone: {
    summary: 'Din tidszone: de tidspunkter, du skriver, læses efter den',
    options: { zone: 'En by som København eller et navn som Europe/Copenhagen; reset glemmer den' },
    is: {
      themselves: (zone) => `Din tidszone er ${zone}, som du selv har valgt.`,
      platform: (zone) => `Din tidszone er ${zone}, som der står i din profil.`,
      community: (zone) => `Din tidszone er ${zone}, som for alle her, der ikke har valgt en anden.`,
    },
    isNow: (zone) => `Din tidszone er nu ${zone}.`,
    clock: (time) => `Klokken er ${time} dér.`,
    change: (command) => `Vil du ændre den, så skriv ${command} og din by.`,
    forgotten: 'Det, du havde valgt, er glemt.',
    title: 'Din tidszone',
    save: 'Gem',
    city: 'Den nærmeste storby',
    cityHint: 'For eksempel København, Lissabon eller New York',
  },
  toDo: {
    summary: 'Hver morgen en besked med det, der venter på dig den dag; off stopper den',
    options: { at: 'Hvornår, for eksempel 8:30; off' },
    none: 'Du får ingen dagsliste. Skriv kommandoen med et tidspunkt, for eksempel 8:30, så får du den.',
    comes: (time, zone) =>
      `Din dagsliste kommer klokken ${time} (${zone}), når noget venter på dig. Skriv off for at stoppe den.`,
    stopped: 'Din dagsliste er stoppet.',
    set: (time, zone) =>
      `Hver arbejdsdag klokken ${time} (${zone}) får du det, der venter på dig, og ingenting, når intet venter.`,
    noClock: (typed) => `Intet ur viser ${typed}. Skriv et tidspunkt, for eksempel 8:30.`,
    notATime: (typed) => `"${typed}" er ikke et tidspunkt på dagen. Skriv for eksempel 8:30, eller off.`,
  },
  next: {
    summary: 'Du har et kvarter: den sag, der trænger mest til et svar',
    options: { wish: 'another: giv mig en anden; later: ikke nu', case: 'I stedet for denne' },
    backToOthers: 'Helt i orden, de andre kan få sagen igen.',
    namedBack: (name) => `Helt i orden, de andre kan få ${name} igen.`,
    neither: (typed, another, later) =>
      `"${typed}" er hverken another eller later. Skriv ${another} for at få en anden sag, eller ${later} for at give din tilbage.`,
    nothing:
      'Der er ikke noget til dig lige nu: alt, hvad der er åbent, bliver passet, er udsat eller venter på medlemmet. Tak, fordi du spurgte! /feedback list viser, hvad der er åbent.',
    waitsSince: (since) => ['Medlemmet har ventet på svar siden ', since, '. '],
    promisedBy: (by) => ['Medlemmet skulle have hørt fra os senest ', by, '. '],
    yoursUntil: (until) => ['Ingen anden får denne sag før ', until, '.'],
    another: 'En anden',
    later: 'Ikke nu',
    takeOver: 'Overtag',
  },
  tick: {
    summary: 'Sæt flueben ved en linje på tjeklisten',
    options: { line: 'Dens nummer; udelad det for at vælge', undo: 'yes tager det tilbage' },
    title: 'Tjekliste ·',
    submit: 'Sæt flueben',
    what: 'Hvad er gjort?',
    ticked: (name, line) => `${name}: linje ${line} har fået flueben.`,
    unticked: (name, line) => `${name}: linje ${line} er åben igen.`,
    allDone: 'Alt på tjeklisten er gjort.',
    none: 'Denne sag har ingen tjekliste.',
  },
  mine: { summary: 'Det, der skal gøres af dig, og det, der venter på andre' },
  list: {
    summary: 'Åbne sager, de mest presserende først; eller dem med en bestemt status',
    options: { state: 'open (standard), all eller en status som solved' },
    nothing: 'Her er ingen åbne sager. Godt gået.',
    notAState: (typed, states) => `"${typed}" er ikke en status. Vælg en af: ${states}.`,
  },
  search: {
    summary: 'Find sager med ord og filtre, for eksempel refusion kind:delay older:7d',
    options: { query: 'Ord, "sætninger", -ikke, kind: state: from: older: …' },
  },
  show: { summary: 'En sag med dens historie og noter' },
  unfollow: {
    summary: 'Hør ikke mere om en sag',
    done: (name) => `Du følger ikke længere ${name}.`,
  },
};

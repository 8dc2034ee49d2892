import type { refusals as english } from '../../en/rules/refusals.ts';

export const refusals: typeof english = {
  already: (state) => `Sagens status er allerede "${state}".`,
  cannotBecome: (state, wanted) => `Sagens status er "${state}" og kan derfor ikke blive "${wanted}".`,
  reopenToBecome: (state, wanted) =>
    `Sagens status er "${state}" og kan derfor ikke blive "${wanted}". Genåbn sagen først med /feedback reopen.`,
  mergedCannot: (state, wanted) =>
    `Sagens status er "${state}" og kan derfor ikke blive "${wanted}". Fortsæt i den sag, den blev slået sammen med.`,
  merged: 'Sagen er slået sammen med en anden; fortsæt dér.',
  reopenFirst: (state) => `Sagen er ${state}. Genåbn den først med /feedback reopen.`,
  youHandle: 'Du har allerede sagen.',
  othersHandle:
    'En anden har allerede sagen. Vil du overtage den, så bed vedkommende om at give den videre, eller brug /feedback assign.',
  handlesSelf: 'Du har allerede sagen. Vælg, hvem der skal tage sig af den fra nu af.',
  theyHandle: 'Vedkommende har allerede sagen. Vælg en anden.',
  keepsHandler: (kind) =>
    `Den, der tager en sag af typen "${kind}", beholder den, til den er løst, så medlemmet ikke bliver sendt rundt. Kun en leder kan give den videre; spørg en af dem.`,
  noSeverity: (typed, known) => `"${typed}" er ikke en alvorsgrad. Vælg en af: ${known}.`,
  severityAlready: (severity) => `Alvorsgraden er allerede: ${severity}.`,
  kindAlready: (kind) => `Sagen er allerede af typen "${kind}".`,
  emptyNote:
    'Noten er tom. Skriv den efter sagen, for eksempel /feedback note FB-12 Ringede tilbage, der var optaget.',
  whyDismissed: 'Skriv, hvorfor den afvises; begrundelsen gemmes på sagen.',
  following: 'Du følger allerede sagen.',
  notFollowing: 'Du følger ikke sagen.',
  copied: 'Vedkommende læser allerede med i sagen. Vælg en anden.',
  copiesFull: (most) => `${most} personer og kanaler læser allerede med i sagen; fjern en af dem først.`,
  copyNotFor: 'Sagen er ikke for vedkommende, så det går ikke at læse med.',
  notCopied: 'Vedkommende læser ikke med i sagen. Vælg en anden.',
  hasCard: 'Kanalen har allerede et kort for sagen.',
  keptOut: 'Vedkommende er allerede holdt uden for sagen. Vælg en anden.',
  notKeptOut: 'Vedkommende er ikke holdt uden for sagen.',
  lastToSee:
    'Vi kender ingen andre, der arbejder med sager og kan se denne, så den ville gå tabt. Sørg for, at en mere bliver leder eller administrator i hearback.yaml, og lad den person gøre det.',
  leadsAlready: 'Kun lederne ser allerede sagen.',
  staffAlready: 'Alle, der arbejder med sager, ser allerede denne, undtagen dem, den er skjult for ved navn.',
  notForDepartments:
    'Kun lederne ser sagen, så den går ikke til nogen afdeling. Skal den det, så åbn den først for alle, der arbejder med sager, med /feedback audience.',
  noChecklist: 'Sagen har ingen tjekliste.',
  checklistLines: (lines) => `Tjeklisten har linjerne 1 til ${lines}. Skriv et af de tal.`,
  ticked: 'Den linje har allerede fået flueben.',
  notTicked: 'Den linje har ikke fået flueben.',
  notRecommended: (kind) =>
    `Til sager af typen "${kind}" er der ingen anbefalinger. Skriv det ned med /feedback note, eller skift typen.`,
  chooseOne: (choices) => `Vælg en af: ${choices}.`,
  whyRecommended: 'Skriv hvorfor. Den, der beslutter, har brug for grundene.',
  reasonTooLong: (length, most) => `Begrundelsen er på ${length} tegn; hold den under ${most}.`,
  atTop: 'Den er allerede hos ledelsen, på L3: højere op kan den ikke komme.',
  atLevel: (level, above) =>
    `Den er allerede på L${level}. En sag går aldrig ned af sig selv; vil du løfte den højere op, så vælg L${above}.`,
};

import type { kept as english } from '../../en/rules/kept.ts';

export const kept: typeof english = {
  noTopic: (topic) => `Emnet ${topic} findes ikke. Se nummeret på kortet efter en gang til.`,
  ofNoTopic: 'Sagen hører ikke til noget emne.',
  eraseElsewhere: (workspaceId, userId) =>
    `Det kan ikke gøres herfra. Den, der driver Hearback, kan gøre det: hearback erase --workspace ${workspaceId} --user ${userId}`,
  optedOut:
    'Den, der skrev beskeden, har bedt om ikke at blive registreret, så det blev den ikke: intet af den er gemt. Tal direkte med vedkommende, og svar dér.',
  erased:
    'Den, der skrev beskeden, har fået slettet alt, hvad der var skrevet indtil da, så den registreres ikke igen. Det, vedkommende skriver fra nu af, kan markeres.',
  otherCase:
    'Punktet handler om en anden sag. Et punkt ses af dem, der må se dets sag, så udelad den anden sag, eller tilføj et punkt til den.',
  erasedMember: 'Slettet medlem',
  erasedQuote: '(slettet på medlemmets ønske)',
  erasedTitle: 'Slettet',
  erasedNotice: 'Det, der stod her, er slettet på ønske af den, det handlede om.',
};

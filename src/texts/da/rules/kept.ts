import type { kept as english } from '../../en/rules/kept.ts';

export const kept: typeof english = {
  noTopic: (topic) => `Emnet ${topic} findes ikke.`,
  ofNoTopic: 'Sagen hører ikke til noget emne.',
  eraseElsewhere: (workspaceId, userId) =>
    `Det kan ikke gøres herfra. Den, der driver Hearback, kan gøre det: hearback erase --workspace ${workspaceId} --user ${userId}`,
  optedOut:
    'Den, der skrev beskeden, har bedt om ikke at blive registreret, så det blev den ikke: intet af den er gemt. Tal direkte med dem, og svar dem dér.',
  erased:
    'Den, der skrev beskeden, har fået slettet alt, de havde skrevet indtil da, så den registreres ikke igen. Det, de skriver fra nu af, kan markeres.',
  otherCase:
    'Punktet handler om en anden sag. Et punkt ses af dem, der må se dets sag, så udelad den anden, eller tilføj et punkt for den.',
  erasedMember: 'Slettet medlem',
  erasedQuote: '(slettet på medlemmets ønske)',
  erasedTitle: 'Slettet',
  erasedNotice: 'Det, der stod her, er slettet på ønske af den, det handlede om.',
};

import type { templates as english } from '../../en/says/templates.ts';

export const templates: typeof english = {
  missing: (names, file) =>
    `Der er ingen skabelon, der hedder ${names}; tilføj ${file}, eller ret trinene (steps) i hearback.yaml.`,
  scattered: (languages, names) =>
    `Skabelonerne ${names} findes ikke alle på noget af sprogene ${languages}. Oversæt dem, der mangler, til et af dem.`,
  noSteps: 'Der er ingen trin (steps) at skrive det ud fra. Nævn nogle i hearback.yaml.',
  nothingToSay: (names) =>
    `Ingen af trinene (${names}) har noget at sige her. Nævn et andet i hearback.yaml.`,
  noValue: (file, name) =>
    `${file} skal bruge ${name}, og det vides ikke her. Vælg en anden tekst, eller få det taget ud af denne.`,
  noVariable: (place, name) =>
    `${place}: der er ingen variabel ${name}. Få den taget ud, eller få skrevet en, som docs/templates.md nævner.`,
  endless: (place) => `${place}: det, der står her, tager alt for lang tid at udfylde. Få det gjort kortere.`,
  broken: (place) =>
    `${place}: det, der står her, kan ikke udfyldes. Få det sammenlignet med docs/templates.md.`,
};

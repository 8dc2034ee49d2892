/**
 * Everyday words that one language of a close pair has and its neighbour spells otherwise or does not know. A detector that
 * counts letters hardly tells Danish from Norwegian; people tell them by these.
 */
const TELLS: Readonly<Record<string, ReadonlySet<string>>> = {
  da: words(
    'af blev blive bliver blevet gør gøre hvad hvornår ud ind mig dig sig jer jeres nu op tak uge uger noget nogen fik hjælp tage virkede forkert lige åbner måske blot rigtig dårligt spurgte igen efter',
  ),
  no: words(
    'av ble blir blitt gjør gjøre hva ut inn meg deg seg dere nå opp takk uke uker noe noen fikk hjelp ta funker fikset feil åpner uhøflig kanskje dersom veldig fornøyd spurte igjen etter å treg tregt',
  ),
  sv: words(
    'och är jag inte mycket något någon blev gör göra vad ut mig dig sig er nu upp tack vecka veckor fick hjälp igen efter pengar också här kanske åt',
  ),
  pt: words(
    'o os um uma e não nao muito muita mas com isto isso está foi já ao da do dos das na nas nos você vocês vcs obrigado obrigada meu minha seu sua tem têm são pelo pela quando quero eu é há onde',
  ),
  es: words(
    'el los las un una y no muy pero con esto eso fue ya al del en usted ustedes gracias mi mis su tiene son por lo yo cuando quiero hay dónde qué',
  ),
};

/** How many of these words (in lower case) only this language has. */
export function tellsOf(language: string, said: readonly string[]): number {
  const own = TELLS[language];
  return own ? said.filter((word) => own.has(word)).length : 0;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

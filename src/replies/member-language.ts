import type { Case } from '../cases/case.ts';
import { detectLanguage, type Detected } from './detect-language.ts';
import { baseOf, servedAs } from './served-as.ts';

/** In which language a member is answered, and how that is known. */
export interface MemberLanguage extends Pick<Case, 'language' | 'languageFrom'> {
  /** Tried next where the language has no template: their platform's, then the community's. */
  otherwise: string[];
}

interface Known {
  /** Languages there are templates for. */
  offered: readonly string[];
  /** The community's own. */
  ours: string;
  /** What the platform is set to by the member, such as `da-DK`; asked for only when the text does not tell. */
  localeOf: () => Promise<string | null>;
}

/**
 * The language of what they wrote; else the one their platform is set to; else the community's. One that nobody has written
 * templates in is kept all the same when it is what they wrote in, so that people see it.
 */
export async function memberLanguage(
  text: string,
  { offered, ours, localeOf }: Known,
): Promise<MemberLanguage> {
  const detected = await detectLanguage(text, offered.map(baseOf));
  const written = detected && servedAs(detected.language, offered);
  if (detected?.sure && written !== null)
    return { language: written, languageFrom: 'detected', otherwise: [ours] };
  const locale = await localeOf();
  const set = locale === null ? null : servedAs(locale, offered);
  const otherwise = [...(set === null ? [] : [set]), ours];
  if (detected === null)
    return set === null
      ? { language: ours, languageFrom: 'workspace', otherwise: [] }
      : { language: set, languageFrom: 'locale', otherwise: [ours] };
  if (locale !== null && settles(locale, detected)) {
    return set === null
      ? { language: baseOf(locale), languageFrom: 'detected', otherwise }
      : { language: set, languageFrom: 'locale', otherwise: [ours] };
  }
  return { language: written ?? detected.language, languageFrom: 'detected', otherwise };
}

/** The text may be Danish or Norwegian, and they have set their platform to one of the two. */
function settles(locale: string, { sure, couldBe }: Detected): boolean {
  return !sure && couldBe.includes(baseOf(locale));
}

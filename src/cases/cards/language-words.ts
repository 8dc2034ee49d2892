import type { Choice } from '../../chat/card.ts';
import { platformOf } from '../../chat/ref.ts';
import type { Texts } from '../../texts/index.ts';
import type { Case } from '../case.ts';

/** What a language is called: "Danish" for `da`, and "dansk" to whoever reads Danish; its code where nobody knows a name. */
export function languageName(code: string, { common }: Pick<Texts, 'common'>): string {
  try {
    return new Intl.DisplayNames([common.code], { type: 'language' }).of(code) ?? code;
  } catch (error) {
    // A folder of templates may be called anything.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** The member's language, and how that is known. @param isOffered there are templates in it */
export function languageFact(
  { language, languageFrom, workspaceId, origin }: Case,
  isOffered: boolean,
  texts: Texts,
): string {
  const { languages } = texts.cards.facts;
  const platform = platformOf(workspaceId);
  const name = languageName(language, texts);
  const how = languageFrom === 'detected' && origin !== null ? 'writtenDown' : languageFrom;
  const known = languages[how](name, `${platform.slice(0, 1).toUpperCase()}${platform.slice(1)}`);
  return isOffered ? known : `${known}${languages.noTemplates}`;
}

/** The languages a member can be answered in, apart from the one they are. */
export function languageChoices(offered: readonly string[], current: string | null, texts: Texts): Choice[] {
  return offered
    .filter((each) => each !== current)
    .map((value) => ({ value, label: languageName(value, texts) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, texts.common.code));
}

import type { Choice } from '../../chat/card.ts';
import { platformOf } from '../../chat/ref.ts';
import type { Case } from '../case.ts';

/** What a language is called: "Danish" for `da`; its code where nobody knows a name. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch (error) {
    // A folder of templates may be called anything.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** The member's language, and how that is known. @param isOffered there are templates in it */
export function languageFact({ language, languageFrom, workspaceId }: Case, isOffered: boolean): string {
  const platform = platformOf(workspaceId);
  const why = {
    detected: 'from what they wrote',
    locale: `their ${platform.slice(0, 1).toUpperCase()}${platform.slice(1)} setting`,
    workspace: 'as nothing said otherwise',
    chosen: 'chosen by a person',
  }[languageFrom];
  return `${languageName(language)}, ${why}${isOffered ? '' : '; there are no templates in it'}`;
}

/** The languages a member can be answered in, apart from the one they are. */
export function languageChoices(offered: readonly string[], current: string | null): Choice[] {
  return offered
    .filter((each) => each !== current)
    .map((value) => ({ value, label: languageName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

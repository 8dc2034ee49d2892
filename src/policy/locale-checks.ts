import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { isLanguage, languageAdvice } from './language-tag.ts';
import { textAt } from './loose.ts';
import { nearest } from './nearest.ts';
import { shown } from './secrets.ts';

/** `language` and `timeZone` of the policy or of one workspace. */
export function localeFaults(part: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const language = textAt(part, 'language');
  const zone = textAt(part, 'timeZone');
  const languagePath = [...path, 'language'];
  const zonePath = [...path, 'timeZone'];
  return [
    ...(language !== null && !isLanguage(language)
      ? [
          document.at(
            languagePath,
            `${pathName(languagePath)}: ${shown(language)} is not a language; ${languageAdvice(language)}`,
          ),
        ]
      : []),
    ...(zone !== null && !isTimeZone(zone)
      ? [
          document.at(
            zonePath,
            `${pathName(zonePath)}: ${shown(zone)} is not a time zone; ${zoneAdvice(zone)}`,
          ),
        ]
      : []),
  ];
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function zoneAdvice(zone: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  const wanted = zone.toLowerCase().replace(/\s+/g, '_');
  const meant = zones.find((name) => name.toLowerCase().endsWith(`/${wanted}`)) ?? nearest(zone, zones);
  return meant ? `did you mean ${meant}?` : 'write a name such as Europe/Copenhagen or UTC';
}

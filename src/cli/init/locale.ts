import { NotPossible } from '../../errors.ts';
import type { Questions } from '../frame/questions.ts';

/** Languages that ship, as people call them. */
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'da', label: 'Dansk' },
  { value: 'fr', label: 'Français' },
  { value: 'pt', label: 'Português' },
];

/** In which language members are answered whose own is not known. English where nobody says. */
export async function languageIn(given: string | undefined, questions: Questions | null): Promise<string> {
  if (given !== undefined) {
    if (!LANGUAGES.some(({ value }) => value === given))
      throw new NotPossible(`--language: write one of ${LANGUAGES.map(({ value }) => value).join(', ')}.`);
    return given;
  }
  return questions
    ? questions.one('In which language are members answered whose own is not known?', LANGUAGES, 'en')
    : 'en';
}

/** The time zone of dates in answers and of working hours. That of the machine where nobody says. */
export async function timeZoneIn(given: string | undefined, questions: Questions | null): Promise<string> {
  const problem = given === undefined ? null : zoneProblem(given);
  if (problem !== null) throw new NotPossible(`--time-zone: ${problem}.`);
  if (given !== undefined) return given;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return questions ? questions.line('In which time zone does your team work?', here, zoneProblem) : here;
}

function zoneProblem(zone: string): string | null {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) && null;
  } catch {
    return 'not a time zone; write one such as Europe/Copenhagen or America/Sao_Paulo';
  }
}

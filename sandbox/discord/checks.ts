import type { Problems } from './refusal.ts';

/** Where a wrong field is, for the tree of errors. */
export type Path = readonly (string | number)[];

/** Characters as Discord counts them. */
export const lengthOf = (text: string): number => Array.from(text).length;

/**
 * Checks a text field and says what is wrong with it.
 * @returns the text, or '' when it is absent or wrong.
 */
export function checkText(
  problems: Problems,
  path: Path,
  value: unknown,
  { min = 0, max, required = min > 0 }: { min?: number; max: number; required?: boolean },
): string {
  if (value === undefined || value === null) {
    if (required) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return '';
  }
  if (typeof value !== 'string') {
    problems.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret the value as string.');
    return '';
  }
  const length = lengthOf(value);
  if (value === '' && required) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  else if (min > 0 && (length < min || length > max)) {
    problems.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  } else if (length > max) {
    problems.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
  return value;
}

/** Checks that a list has `min` to `max` entries. @returns the entries that are objects' worth looking at, or none. */
export function checkList(
  problems: Problems,
  path: Path,
  value: unknown,
  { min = 0, max }: { min?: number; max: number },
): unknown[] {
  if (value === undefined || value === null) {
    if (min > 0) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return [];
  }
  if (!Array.isArray(value)) {
    problems.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
    return [];
  }
  if (value.length < min || value.length > max) {
    const message =
      min > 0 ? `Must be between ${min} and ${max} in length.` : `Must be ${max} or fewer in length.`;
    problems.add(path, min > 0 ? 'BASE_TYPE_BAD_LENGTH' : 'BASE_TYPE_MAX_LENGTH', message);
  }
  return value as unknown[];
}

/** Checks that a number is whole and within bounds; absent is fine. */
export function checkNumber(problems: Problems, path: Path, value: unknown, min: number, max: number): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    problems.add(path, 'NUMBER_TYPE_COERCE', 'Value is not int.');
  } else if (value < min) {
    problems.add(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  } else if (value > max) {
    problems.add(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }
}

/** Checks a value against what is allowed; absent is refused. */
export function checkChoice(
  problems: Problems,
  path: Path,
  value: unknown,
  allowed: readonly unknown[],
): void {
  if (!allowed.includes(value)) {
    problems.add(path, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  }
}

/** Checks a web address; absent is fine. */
export function checkUrl(problems: Problems, path: Path, value: unknown, schemes: readonly string[]): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !URL.canParse(value)) {
    problems.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  } else if (!schemes.includes(new URL(value).protocol)) {
    problems.add(path, 'URL_TYPE_INVALID_SCHEME', 'Scheme is not supported.');
  }
}

/** Anything as an object, so that its fields can be checked one by one. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

import { z } from 'zod';
import { isLanguage, languageAdvice } from './language-tag.ts';
import type { LocalizedText } from './localized-text.ts';
import { shown } from './secrets.ts';

/** The schemas made by `localizedText`. */
const SCHEMAS = new WeakSet<object>();

const EXAMPLE = 'one for each language, such as { en: Bug, da: Fejl }';

/** @param longest of each text (characters) */
export function localizedText(longest = Infinity) {
  const schema = z.unknown().transform((value, ctx): LocalizedText => {
    const faults = faultsIn(value, longest);
    for (const fault of faults) ctx.addIssue({ code: 'custom', ...fault });
    return faults.length > 0 ? z.NEVER : (value as LocalizedText);
  });
  SCHEMAS.add(schema);
  return schema;
}

/** Whether a schema is one of those. */
export function isLocalizedText(schema: object): boolean {
  return SCHEMAS.has(schema);
}

/** What is wrong with a text, and where in it; it is the key where `params` says so. */
interface TextFault {
  path: string[];
  message: string;
  params?: { at: 'key' };
}

function faultsIn(value: unknown, longest: number): TextFault[] {
  if (Array.isArray(value)) return [{ path: [], message: `must be a text, or ${EXAMPLE}` }];
  if (typeof value !== 'object' || value === null) return faultsOf(value, [], longest);
  const texts = Object.entries(value);
  if (texts.length === 0) return [{ path: [], message: `has no text; write one text, or ${EXAMPLE}` }];
  return texts.flatMap(([tag, text]) => [...tagFaults(tag), ...faultsOf(text, [tag], longest)]);
}

function tagFaults(tag: string): TextFault[] {
  if (isLanguage(tag)) return [];
  const message = `is for ${shown(tag)}, which is not a language; ${languageAdvice(tag)}`;
  return [{ path: [tag], message, params: { at: 'key' } }];
}

function faultsOf(text: unknown, path: string[], longest: number): TextFault[] {
  if (typeof text === 'number' || typeof text === 'boolean')
    return [{ path, message: `must be a text, and ${String(text)} is not one; put it in quotes` }];
  if (typeof text !== 'string') return [{ path, message: 'must be a text' }];
  if (text === '') return [{ path, message: 'is empty; write something' }];
  return text.length > longest ? [{ path, message: `is too big; write at most ${longest}` }] : [];
}

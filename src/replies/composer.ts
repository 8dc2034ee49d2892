import type { Block } from '../chat/rich.ts';
import type { LocalizedText, Speaking } from '../policy/localized-text.ts';

/** What templates can use. Names of people and texts are untrusted and escaped. */
export interface ReplyValues {
  member: { name: string };
  /** Its languages are for what is not written in that of the answer. */
  community: { name: string } & Speaking;
  case: { name: string };
  /** What is worth asking for and not known yet, as keys or in words; may be empty, then a step that asks is left out. */
  details: readonly LocalizedText[];
  /** When somebody looks at it again at the latest. */
  nextUpdate: { at: Date; timeZone: string };
  gift?: { name: LocalizedText; code: string };
  /** The member's words, where others are asked about them. */
  message?: { text: string; link: string };
  helper?: { name: string };
  /** For which the member's consent is asked. */
  department?: { name: LocalizedText };
}

export interface Composed {
  markdown: string;
  /** The language it is in, as its folder is called: the first of the wanted ones that has all the steps. */
  language: string;
  /** The steps that had something to say. */
  steps: string[];
  /** The details it asks for: keys as they were given, anything else in words. */
  asks: string[];
  /** True when it is not the language wanted most. A base language (`da` for `da-DK`) counts as the one wanted. */
  fellBack: boolean;
}

/** Response templates → text for a member. One renderer for preview, send, bulk and timers. */
export interface Composer {
  /**
   * The steps in order, as one Markdown text.
   * @param languages in order of preference; English is tried last of all, as it ships complete
   * @throws {AppError} TEMPLATE_INVALID for an unknown template or variable, one without a value, or when no step
   * has anything to say: nothing is sent.
   */
  compose(steps: readonly string[], values: ReplyValues, languages: readonly string[]): Composed;
  /** A detail in words of that language: those of its key, in English where it has none; else as it was written. */
  detail(key: string, language: string): string;
  /**
   * What stands on a button, or below it once it was pressed: in that language, its base language (`da` for `da-DK`), else in
   * English.
   */
  button(key: string, language: string): string;
  /** Markdown, from a template or typed by a person, as blocks. Never throws; HTML stays visible text. */
  parse(markdown: string): Block[];
  /** Languages there are templates in, as their folders are called. */
  languages(): string[];
  /** Names of the templates that can be an answer by themselves: what they need is known of every case. */
  answers(): string[];
  /** Which of the steps there are no templates for in a language. */
  missing(steps: readonly string[], language: string): string[];
}

import type { Block } from '../chat/rich.ts';

/** What templates can use. Names of people and texts are untrusted and escaped. */
export interface ReplyValues {
  member: { name: string };
  community: { name: string };
  case: { name: string };
  /** What is worth asking for and not known yet; may be empty, then a step that asks is left out. */
  details: string[];
  /** When somebody looks at it again at the latest. */
  nextUpdate: { at: Date; timeZone: string };
}

export interface Composed {
  markdown: string;
  /** The language it is in, which is the workspace's default where the wanted one has no such template. */
  language: string;
  fellBack: boolean;
}

/** Response templates → text for a member. One renderer for preview, send, bulk and timers. */
export interface Composer {
  /**
   * The steps in order, as one Markdown text.
   * @param languages in order of preference
   * @throws {AppError} TEMPLATE_INVALID for an unknown template or variable, or one without a value: nothing is sent.
   */
  compose(steps: readonly string[], values: ReplyValues, languages: readonly string[]): Composed;
  /** Markdown, from a template or typed by a person, as blocks. Never throws; HTML stays visible text. */
  parse(markdown: string): Block[];
}

import type { CardFile, Content } from './card.ts';
import { paragraph } from './rich.ts';
import { textsIn, type Wording } from '../texts/index.ts';

/** The greatest number of files a card can have: as many as Discord takes with one message. */
export const FILES_MAX = 10;
/** So much of a mark stands in the name of a file (characters): enough to find it again among those of one thread. */
const MARK_SHOWN = 10;
/** Longest name without its ending (characters). */
const STEM_MAX = 60;

/** The files of a card, if any. */
export function filesOf(content: Content): readonly CardFile[] {
  return content.type === 'card' ? (content.card.files ?? []) : [];
}

/** Whether a card says that files which came with it earlier go. */
export function takesFilesAway(content: Content): boolean {
  return content.type === 'card' && content.card.files?.length === 0;
}

/**
 * The same without its files, which are named in its text already.
 * @param why what would have to be done for them, for people
 */
export function withoutFiles(content: Content, why: Wording): Content {
  if (content.type !== 'card' || !content.card.files) return content;
  const { files: _files, ...card } = content.card;
  const said = why(textsIn(card.language));
  return { type: 'card', card: { ...card, body: [...card.body, paragraph(said)] } };
}

/** A file's name with its post's mark in it, so that it is found again: `log-3kXw9aQz2b.txt`. Safe on every platform. */
export function markedName({ name }: Pick<CardFile, 'name'>, index: number, mark: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = name
    .slice(0, name.length - ending.length)
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, STEM_MAX);
  return `${stem || `file-${index + 1}`}-${markIn(mark)}${ending.toLowerCase()}`;
}

/** Whether a file's name has this mark in it. */
export function hasMarkInName(name: string | null | undefined, mark: string): boolean {
  return typeof name === 'string' && name.toLowerCase().includes(`-${markIn(mark).toLowerCase()}`);
}

function markIn(mark: string): string {
  return mark.slice(0, MARK_SHOWN);
}

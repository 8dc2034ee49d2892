import type { Content } from '../../../src/chat/card.ts';
import type { Post } from '../platform.ts';
import { UNNAMED, type Said } from './said.ts';

/** A message to one person about more cases than this names only some of them, and says how many there are. */
const NAMED_MAX = 20;

/**
 * What people read in a post: reminders by case, and words to members. Everything else that is posted (cards, notices, previews)
 * is not counted.
 * @param caseIn the number of the case that belongs to a thread
 */
export function saidIn({ place, content }: Post, caseIn: (message: string) => number | undefined): Said[] {
  const { workspaceId } = place;
  if (content.type === 'reply') {
    const number = place.type === 'thread' ? caseIn(place.messageId) : undefined;
    return number === undefined ? [] : [{ workspaceId, number, what: 'words', to: 'member' }];
  }
  const to = place.type === 'dm' ? place.userId : place.channelId;
  return numbersIn(content.card).map((number) => ({ workspaceId, number, what: 'reminder', to }));
}

/** Cases of a long list that are counted and not named stand as number 0. */
function numbersIn(card: Extract<Content, { type: 'card' }>['card']): number[] {
  const one = /^FB-(\d+) (?:is waiting(?: for you)?|waits for .+)$/.exec(card.title);
  if (one) return [Number(one[1])];
  const many = /^(\d+) cases are waiting for you$/.exec(card.title);
  if (!many) return [];
  const names = [...(card.sections ?? []).map(({ name }) => name), ...namesIn(JSON.stringify(card.body))];
  const found = [...new Set(names)].map((name) => Number(name.replace('FB-', '')));
  if (found.length !== Math.min(Number(many[1]), NAMED_MAX))
    throw new Error(`a list that is not whole: ${card.title}`);
  return [...found, ...Array.from({ length: Number(many[1]) - found.length }, () => UNNAMED)];
}

function namesIn(text: string): string[] {
  return text.match(/FB-\d+/g) ?? [];
}

/** The state that the card of a case shows. */
export function stateOn(content: Content | undefined): string | null {
  return content?.type === 'card' ? (/^FB-\d+ · [^·]+ · (.+)$/.exec(content.card.title)?.[1] ?? null) : null;
}

/** The number of a case whose card was posted. */
export function cardOf({ content, place }: Post): number | null {
  if (content.type !== 'card' || place.type !== 'channel') return null;
  const found = /^FB-(\d+) · /.exec(content.card.title);
  return found ? Number(found[1]) : null;
}

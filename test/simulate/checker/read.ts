import type { Content } from '../../../src/chat/card.ts';
import type { Place } from '../../../src/chat/ref.ts';
import { COMMUNITIES } from '../communities.ts';
import type { Post } from '../platform.ts';
import { OF_MANY, UNNAMED, type Said } from './said.ts';

type Card = Extract<Content, { type: 'card' }>['card'];

/** A message to one person about more cases than this names only some of them, and says how many there are. */
const NAMED_MAX = 29;

/** Notices that are held against what happened. The others tell staff what nobody waits for. */
const NOTICE =
  /^FB-(\d+) · (The member has answered|The member has changed what they wrote|The member has written about a closed case|Not solved yet, says the member)$/;

/**
 * What people read in a post: reminders by case, notices of what a member said, digests, lists of the day, and words to members.
 * Everything else that is posted (cards, previews) is not counted.
 * @param caseIn the number of the case that belongs to a thread, or to a direct message to a member
 */
export function saidIn({ place, content }: Post, caseIn: (place: Place) => number | undefined): Said[] {
  const { workspaceId } = place;
  if (content.type === 'reply') {
    const number = place.type === 'channel' ? undefined : caseIn(place);
    return number === undefined ? [] : [{ workspaceId, number, what: 'words', to: 'member' }];
  }
  const to = place.type === 'dm' ? place.userId : place.channelId;
  const { card } = content;
  const notice = NOTICE.exec(card.title);
  if (notice) return [{ workspaceId, number: Number(notice[1]), what: 'notice', to, about: notice[2]! }];
  const many = ofMany(card, place);
  if (many) return [{ workspaceId, number: OF_MANY, to, ...many }];
  return numbersIn(card).map((number) => ({ workspaceId, number, what: 'reminder', to }));
}

function ofMany({ title }: Card, place: Place): Pick<Said, 'what' | 'about'> | null {
  const list = /^(One case|\d+ cases) for today$/.exec(title);
  if (list && place.type === 'dm')
    return { what: 'list', about: list[1] === 'One case' ? '1' : list[1]!.replace(' cases', '') };
  if (title === 'Nothing is left for today') return { what: 'list', about: '0' };
  const community = COMMUNITIES.find(({ id }) => id === place.workspaceId);
  const isDigest = community?.digests.some(({ name }) => title.startsWith(`${name} · `));
  return isDigest ? { what: 'digest', about: title } : null;
}

/** Cases of a long list that are counted and not named stand as number 0. */
function numbersIn(card: Card): number[] {
  const restricted = /^FB-(\d+) · restricted case$/.exec(card.title);
  if (restricted)
    return JSON.stringify(card.body).includes('It is waiting for somebody') ? [Number(restricted[1])] : [];
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
  const found = /^FB-(\d+) · [^·]+ · /.exec(content.card.title);
  return found ? Number(found[1]) : null;
}

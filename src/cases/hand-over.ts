import { paragraph, person, text, type Block } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import { NotPossible } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import { nextWords } from './cards/clock-words.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { noticeTo } from './notice.ts';
import { assertOpen } from './states.ts';

/** So much of what the member said goes with it (characters); the rest is a click away. */
const QUOTE_MAX = 600;

export interface HandOver {
  to: string;
  by: string;
  /** What they should know; empty for nothing. */
  note: string;
  /** The note is among those of the case already. */
  isKept?: boolean;
}

/**
 * Somebody else looks after it from now on. They are told, with the note, what it is about and what is due next; whoever had
 * it before is told that it is taken over.
 */
export function handOver(file: CaseFile, wish: HandOver, workspace: WorkspacePolicy): Change {
  const { to, by, note, isKept = false } = wish;
  const { case: found } = file;
  assertOpen(found);
  if (found.handlerId === to)
    throw new NotPossible(({ rules: { refusals } }) =>
      to === by ? refusals.handlesSelf : refusals.theyHandle,
    );
  return {
    set: { handlerId: to, ...(found.state === 'new' && { state: 'open' as const }) },
    notes: note && !isKept ? [{ authorId: by, text: note }] : [],
    history: [{ action: 'assigned', actorId: by, detail: { to } }],
    deliveries: [...(to === by ? [] : [word(file, wish, workspace)]), ...takenOver(file, wish, workspace)],
  };
}

function word(file: CaseFile, { to, by, note }: HandOver, workspace: WorkspacePolicy): NewDelivery {
  const { workspaceId, caseId, version, member, quote } = file.case;
  const place = { type: 'dm' as const, workspaceId, userId: to };
  return {
    key: `assigned-${caseId}-${version}`,
    place,
    body: noticeTo(place, workspace, (texts) => {
      const { notices, words } = texts.rules;
      return {
        title: notices.handedTitle,
        blocks: [
          paragraph(...notices.handed(person(by))),
          ...(note ? [quoted(note)] : []),
          paragraph(text(notices.memberSaid(member.name))),
          quoted(quote || words.noText),
          paragraph(notices.next, ...nextWords(file, texts)),
        ],
      };
    }),
  };
}

/** Not to whoever did it, and to nobody whom the case is not for by now. */
function takenOver(file: CaseFile, { to, by }: HandOver, workspace: WorkspacePolicy): NewDelivery[] {
  const { workspaceId, caseId, version, handlerId } = file.case;
  if (handlerId === null || handlerId === by) return [];
  if (isBarred(workspace, { ...file, case: { ...file.case, handlerId: to } }, handlerId)) return [];
  const place = { type: 'dm' as const, workspaceId, userId: handlerId };
  const said = noticeTo(place, workspace, ({ rules: { notices } }) => ({
    title: notices.takenOverTitle,
    blocks: [
      paragraph(...(to === by ? notices.takenOver(person(to)) : notices.handedOver(person(by), person(to)))),
    ],
  }));
  return [{ key: `taken-over-${caseId}-${version}`, place, body: { ...said, confidential: true } }];
}

function quoted(words: string): Block {
  return { type: 'quote', children: [text(shorten(words, QUOTE_MAX))] };
}

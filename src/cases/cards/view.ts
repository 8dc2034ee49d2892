import type { Card } from '../../chat/card.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import { channel, inlines, link, person, text } from '../../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { kindName as nameOfKind } from '../../policy/lookup.ts';
import { textsIn, type Texts } from '../../texts/index.ts';
import { caseName, type Case, type CaseFile } from '../case.ts';
import { responsible } from '../caretakers.ts';
import { originWords } from '../origin.ts';
import { isOpen } from '../states.ts';
import type { Topic } from '../topics/topic.ts';

/** What a card is drawn from, all read at the moment it is sent. */
export interface View {
  file: CaseFile;
  /** This member's latest cases before this one, as far as whoever reads the card may know of them. */
  earlier: readonly Case[];
  /** How many there are in all, where those are not all of them. */
  earlierCount?: number;
  workspace: WorkspacePolicy;
  policy: Policy;
  /** Others about the same thing, as far as everybody on the team may see them. */
  topic?: Topic | null;
  /** The locale of whoever reads it, where that is one person; else it is in the language of the community. */
  locale?: string | null;
}

/** The texts of a card in the language of whoever reads it. */
export function textsFor({
  workspace,
  policy,
  locale,
}: Pick<View, 'workspace' | 'policy' | 'locale'>): Texts {
  return textsIn(locale, workspace.language, policy.language);
}

type Buttons = Texts['cards']['buttons'];

/** What stands on a button, by its name in the texts. */
export type Label = { [Name in keyof Buttons]: Buttons[Name] extends string ? Name : never }[keyof Buttons];

export function nameOf({ file, policy }: View): string {
  return caseName(policy.prefix, file.case.number);
}

export function kindName(view: View): string {
  return nameOfKind(view.policy, view.file.case, textsFor(view).common.code);
}

/** The member's words, or why there are none to show. */
export function quoteOf(view: View): Block {
  const { file } = view;
  const { quote, origin } = file.case;
  const texts = textsFor(view);
  const { facts } = texts.cards;
  const words = quote || (file.lastFileId === null ? facts.noText : facts.onlyFiles);
  return {
    type: 'quote',
    children: [text(origin ? `${words} (${facts.told(originWords(origin, texts))})` : words)],
  };
}

export function handlerOf(view: View): Inline[] {
  const { file, workspace } = view;
  const { handlers } = textsFor(view).cards.facts;
  const { handlerId } = file.case;
  if (handlerId)
    return [person(handlerId), ...(file.lostRole?.includes(handlerId) ? [text(handlers.lostRole)] : [])];
  if (workspace.duty && file.case.audience !== 'leads') return [text(handlers.onDuty)];
  const next = responsible(file, workspace);
  if (next !== null) return inlines(...handlers.nextIs(person(next)));
  return [text(file.case.audience === 'leads' ? handlers.leads : handlers.nobody)];
}

/** The channel it was said in and the way to the message; how it came, for feedback without one. */
export function whereOf(view: View): Inline[] {
  const { case: found } = view.file;
  const texts = textsFor(view);
  const { facts } = texts.cards;
  if (!found.source)
    return [text(found.origin === null ? facts.unknown : facts.told(originWords(found.origin, texts)))];
  const where = channel(found.source.channelId);
  return found.permalink ? [where, text(' · '), link(facts.openMessage, found.permalink)] : [where];
}

export function toneOf({ file: { case: found } }: View): Card['tone'] {
  if (!isOpen(found)) return 'done';
  if (found.severity === 'urgent' || found.severity === 'high') return 'urgent';
  return found.kind === 'praise' ? 'good' : 'neutral';
}

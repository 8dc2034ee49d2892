import type { Fact } from '../../chat/card.ts';
import { person, text, type Block, type Inline } from '../../chat/rich.ts';
import { kindName } from '../../policy/lookup.ts';
import { inLanguage } from '../../policy/localized-text.ts';
import { checklistOf } from '../checklist.ts';
import { caseName } from '../case.ts';
import { stateWords } from '../states.ts';
import { textsFor, type View } from './view.ts';

/** So many of a member's earlier cases are named. */
const EARLIER_MAX = 5;
/** Longest a reason may be on a card (characters); the whole of it is in the notes. */
const REASON_MAX = 300;

/** What is to be done about the case, line by line, with what is done already. */
export function checklistBlocks(view: View): Block[] {
  const { file, earlier, workspace, policy } = view;
  const { cards, common } = textsFor(view);
  const items = checklistOf(file, earlier, policy);
  if (items.length === 0) return [];
  return [
    {
      type: 'paragraph',
      children: [{ type: 'bold', children: [text(cards.facts.checklist)] }],
    },
    {
      type: 'list',
      ordered: true,
      items: items.map(({ text: item, done }): Inline[] => {
        const line = text(inLanguage(item, common.code, workspace));
        return done ? [{ type: 'strike', children: [line] }, text(' ✓ '), person(done.by)] : [line];
      }),
    },
  ];
}

/** What the same member said before and what became of it, so that every case is judged by itself. */
export function earlierFact(view: View): Fact[] {
  const { earlier, policy } = view;
  const texts = textsFor(view);
  const { facts } = texts.cards;
  if (earlier.length === 0) return [];
  const named = earlier.slice(0, EARLIER_MAX).map((each) => {
    const name = kindName(policy, each, texts.common.code);
    return `${caseName(policy.prefix, each.number)} ${name}, ${stateWords(each.state, texts)}`;
  });
  const more = (view.earlierCount ?? earlier.length) - named.length;
  return [
    {
      label: facts.earlier,
      value: [text([...named, ...(more > 0 ? [facts.more(more)] : [])].join('; '))],
    },
  ];
}

/** What somebody on the case recommends to whoever decides. */
export function recommendationFact(view: View): Fact[] {
  const { recommendation } = view.file;
  if (!recommendation) return [];
  const { choice, reason, by } = recommendation;
  const why = reason.length > REASON_MAX ? `${reason.slice(0, REASON_MAX - 1).toWellFormed()}…` : reason;
  return [
    {
      label: textsFor(view).cards.facts.recommended,
      value: [
        { type: 'bold', children: [text(choice)] },
        text(': '),
        text(`${why} (`),
        person(by),
        text(')'),
      ],
    },
  ];
}

import type { Card } from '../../chat/card.ts';
import { link, paragraph, text, type Block } from '../../chat/rich.ts';
import type { Evidence } from '../evidence.ts';
import { nameOf, textsFor, type View } from './view.ts';

/** The files of a case below its card, with those that could not come along and why. */
export function evidenceCard(view: View, { files, left }: Evidence): Card {
  const { member, permalink } = view.file.case;
  const texts = textsFor(view);
  const { facts, told } = texts.cards;
  const title = told.evidence.title(nameOf(view), member.name);
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [
      ...(files.length > 0 ? [named(files.map(({ name }) => [text(name)]))] : []),
      ...(left.length > 0
        ? [
            paragraph({ type: 'bold', children: [text(told.evidence.notHere)] }),
            named(left.map(({ name, why }) => [text(`${name}: ${why}`)])),
          ]
        : []),
    ],
    facts: [],
    footer: permalink ? [link(facts.theMessage, permalink)] : [],
    actions: [],
    language: texts.common.code,
    files,
  };
}

/** What stands in its place when not everybody there may see the case any more. The files go with it. */
export function evidenceWithdrawn(view: View): Card {
  const { buttons, told } = textsFor(view).cards;
  const title = told.evidence.gone(nameOf(view));
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [paragraph(told.evidence.withdrawn(buttons.open))],
    facts: [],
    footer: [],
    actions: [],
    files: [],
  };
}

function named(items: Extract<Block, { type: 'list' }>['items']): Block {
  return { type: 'list', ordered: false, items };
}

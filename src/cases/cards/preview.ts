import type { Card } from '../../chat/card.ts';
import { bold, inlines, text, type Block } from '../../chat/rich.ts';
import { caseName, type Reply } from '../case.ts';
import { asksMember } from '../asks-member.ts';
import { otherWait } from './waits.ts';
import { withToneWarning } from './tone-warning.ts';
import { textsFor, type View } from './view.ts';

/**
 * What a person wrote to a member, before it is sent: who gets it, where, how it will look, and a word on its tone.
 * @param home the community, where it is shown in a direct message, which belongs to none
 */
export function previewCard(
  view: Pick<View, 'file' | 'workspace' | 'policy' | 'locale'>,
  reply: Reply,
  blocksOf: (markdown: string) => Block[],
  home?: string,
): Card {
  const { number, member } = view.file.case;
  const texts = textsFor(view);
  const { buttons, drafts } = texts.cards;
  const { preview: words } = drafts;
  const goesTo = reply.place.type === 'dm' ? words.toDm : words.toThread;
  const name = caseName(view.policy.prefix, number);
  const values = { case: name, draft: String(reply.replyId), ...(home !== undefined && { in: home }) };
  return {
    title: words.title(name),
    tone: 'neutral',
    summary: words.summary(member.name),
    body: [
      {
        type: 'paragraph',
        children: [
          ...inlines(...goesTo(bold(member.name), buttons.send)),
          ...(asksMember(reply) ? [text(words.thenWaits(member.name))] : []),
        ],
      },
      ...withToneWarning(reply.markdown, blocksOf(reply.markdown), view),
    ],
    facts: [],
    footer: [],
    actions: [
      { type: 'button', label: buttons.send, style: 'primary', invoke: { command: 'send', values } },
      otherWait(reply, values, texts),
      { type: 'button', label: buttons.edit, style: 'plain', invoke: { command: 'reply', values } },
      { type: 'button', label: buttons.discard, style: 'danger', invoke: { command: 'discard', values } },
    ],
  };
}

import type { Card } from '../../chat/card.ts';
import { bold, text, type Block } from '../../chat/rich.ts';
import { caseName, type Reply } from '../case.ts';
import { withToneWarning } from './tone-warning.ts';
import type { View } from './view.ts';

/** What a person wrote to a member, before it is sent: who gets it, where, how it will look, and a word on its tone. */
export function previewCard(
  view: Pick<View, 'file' | 'workspace' | 'policy'>,
  reply: Reply,
  blocksOf: (markdown: string) => Block[],
): Card {
  const { number, member } = view.file.case;
  const place =
    reply.place.type === 'dm' ? 'by direct message' : 'in the public thread, where everybody can read it';
  const name = caseName(view.policy.prefix, number);
  const values = { case: name, draft: String(reply.replyId) };
  return {
    title: `Preview · ${name}`,
    tone: 'neutral',
    summary: `Preview of your reply to ${member.name}`,
    body: [
      {
        type: 'paragraph',
        children: [
          text('Goes to '),
          bold(member.name),
          text(` ${place}. Nothing is sent until you press Send.`),
        ],
      },
      ...withToneWarning(reply.markdown, blocksOf(reply.markdown), view),
    ],
    facts: [],
    footer: [],
    actions: [
      { type: 'button', label: 'Send', style: 'primary', invoke: { command: 'send', values } },
      { type: 'button', label: 'Edit', style: 'plain', invoke: { command: 'reply', values } },
      { type: 'button', label: 'Discard', style: 'danger', invoke: { command: 'discard', values } },
    ],
  };
}

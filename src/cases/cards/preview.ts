import type { Card } from '../../chat/card.ts';
import { bold, text, type Block } from '../../chat/rich.ts';
import type { Reply } from '../case.ts';

/** What a person wrote to a member, before it is sent: who gets it, where, and how it will look. */
export function previewCard(caseName: string, memberName: string, reply: Reply, blocks: Block[]): Card {
  const place =
    reply.place.type === 'dm' ? 'by direct message' : 'in the public thread, where everybody can read it';
  const values = { case: caseName, draft: String(reply.replyId) };
  return {
    title: `Preview · ${caseName}`,
    tone: 'neutral',
    summary: `Preview of your reply to ${memberName}`,
    body: [
      {
        type: 'paragraph',
        children: [
          text('Goes to '),
          bold(memberName),
          text(` ${place}. Nothing is sent until you press Send.`),
        ],
      },
      ...blocks,
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

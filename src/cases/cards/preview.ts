import type { Card } from '../../chat/card.ts';
import { bold, text, type Block } from '../../chat/rich.ts';
import { caseName, type Reply } from '../case.ts';
import { asksMember } from '../asks-member.ts';
import { otherWait, thenWaits } from './waits.ts';
import { withToneWarning } from './tone-warning.ts';
import type { View } from './view.ts';

/**
 * What a person wrote to a member, before it is sent: who gets it, where, how it will look, and a word on its tone.
 * @param home the community, where it is shown in a direct message, which belongs to none
 */
export function previewCard(
  view: Pick<View, 'file' | 'workspace' | 'policy'>,
  reply: Reply,
  blocksOf: (markdown: string) => Block[],
  home?: string,
): Card {
  const { number, member } = view.file.case;
  const place =
    reply.place.type === 'dm' ? 'by direct message' : 'in the public thread, where everybody can read it';
  const name = caseName(view.policy.prefix, number);
  const values = { case: name, draft: String(reply.replyId), ...(home !== undefined && { in: home }) };
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
          ...(asksMember(reply) ? [text(` ${thenWaits(member.name)}`)] : []),
        ],
      },
      ...withToneWarning(reply.markdown, blocksOf(reply.markdown), view),
    ],
    facts: [],
    footer: [],
    actions: [
      { type: 'button', label: 'Send', style: 'primary', invoke: { command: 'send', values } },
      otherWait(reply, values),
      { type: 'button', label: 'Edit', style: 'plain', invoke: { command: 'reply', values } },
      { type: 'button', label: 'Discard', style: 'danger', invoke: { command: 'discard', values } },
    ],
  };
}

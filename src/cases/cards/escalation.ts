import type { Card } from '../../chat/card.ts';
import { channel, link, text, time } from '../../chat/rich.ts';
import { isOpen, stateWords } from '../states.ts';
import { handlerOf, kindName, nameOf, quoteOf, type View } from './view.ts';

/** The case in a department's private channel: what the member said, how it stands, who to talk to. */
export function escalationCard(view: View, department: string, cc: boolean): Card {
  const { file, workspace } = view;
  const { case: found } = file;
  const to = workspace.departments[department]?.name ?? department;
  const title = `${nameOf(view)} · ${kindName(view)} for ${to}${cc ? ' (copy)' : ''} · ${stateWords(found.state)}`;
  const handler = handlerOf(view);
  return {
    title,
    tone: isOpen(found) ? (found.severity === 'urgent' || found.severity === 'high' ? 'urgent' : 'neutral') : 'done',
    summary: `${title}: from ${found.member.name}`,
    body: [
      quoteOf(view),
      { type: 'paragraph', children: [text('What is said here stays here: the member only ever sees replies the handler sends.')] },
    ],
    facts: [
      { label: 'Member', value: [text(found.member.name)] },
      {
        label: 'Where',
        value: found.source
          ? [channel(found.source.channelId), ...(found.permalink ? [text(' · '), link('open message', found.permalink)] : [])]
          : [text(found.origin ?? 'unknown')],
      },
      { label: 'Severity', value: [text(found.severity)] },
      { label: 'Handler', value: handler },
      { label: 'Evidence', value: [text(file.fileCount > 0 ? `${file.fileCount} file${file.fileCount === 1 ? '' : 's'} with the message` : 'the message itself')] },
    ],
    footer: [text('recorded '), time(found.openedAt)],
    actions:
      cc || !isOpen(found)
        ? []
        : [{ type: 'button', label: 'Note', style: 'plain', invoke: { command: 'note', values: { case: nameOf(view) } } }],
  };
}

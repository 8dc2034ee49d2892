import type { Button, Card } from '../../chat/card.ts';
import { bold, text, type Inline } from '../../chat/rich.ts';
import type { Issue } from '../case.ts';
import { trackerNamed } from '../programs/issues.ts';
import { nameOf, type View } from './view.ts';

/**
 * What will stand in an issue, before it is made: where, and every word of it.
 * @param home the community, where it is shown in a direct message, which belongs to none
 */
export function issuePreviewCard(
  view: Pick<View, 'file' | 'policy'> & Parameters<typeof nameOf>[0],
  { issueId, tracker, title, body }: Issue,
  home?: string,
): Card {
  const found = trackerNamed(view.policy, tracker);
  const name = nameOf(view);
  const wish = (label: string, does: string, style: Button['style']): Button => ({
    type: 'button',
    label,
    style,
    invoke: {
      command: 'issue',
      values: { case: name, draft: String(issueId), do: does, ...(home !== undefined && { in: home }) },
    },
  });
  const heading = `Issue for ${name} · preview`;
  return {
    title: heading,
    tone: 'neutral',
    summary: heading,
    body: [
      {
        type: 'paragraph',
        children: [
          text('Goes to '),
          bold(whereOf(found, tracker)),
          text(
            '. Whoever can read it there reads this, and nothing else. Nothing is made until you press Create.',
          ),
        ],
      },
      { type: 'paragraph', children: [bold(title)] },
      ...(body === '' ? [] : [{ type: 'quote' as const, children: linesOf(body) }]),
    ],
    facts: [],
    footer: [],
    actions: [
      wish('Create', 'create', 'primary'),
      wish('Edit', 'edit', 'plain'),
      wish('Discard', 'discard', 'danger'),
    ],
  };
}

function whereOf(found: ReturnType<typeof trackerNamed>, key: string): string {
  if (!found) return key;
  const { name, policy } = found;
  const place = policy.type === 'github' ? `${policy.repository} on GitHub` : `${policy.project} in Jira`;
  return name === key ? place : `${name} (${place})`;
}

/** As it is written: what looks like markup in it is none here. */
function linesOf(body: string): Inline[] {
  return body
    .split('\n')
    .flatMap((line, index): Inline[] => [...(index > 0 ? [{ type: 'break' as const }] : []), text(line)]);
}

import type { Button, Card } from '../../chat/card.ts';
import { bold, inlines, text, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import type { Issue } from '../case.ts';
import { trackerNamed } from '../programs/issues.ts';
import { nameOf, textsFor, type View } from './view.ts';

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
  const { buttons, issues: words } = textsFor(view).cards;
  const heading = words.preview(name);
  return {
    title: heading,
    tone: 'neutral',
    summary: heading,
    body: [
      {
        type: 'paragraph',
        children: inlines(...words.goesTo(bold(whereOf(found, tracker, words)), buttons.create)),
      },
      { type: 'paragraph', children: [bold(title)] },
      ...(body === '' ? [] : [{ type: 'quote' as const, children: linesOf(body) }]),
    ],
    facts: [],
    footer: [],
    actions: [
      wish(buttons.create, 'create', 'primary'),
      wish(buttons.edit, 'edit', 'plain'),
      wish(buttons.discard, 'discard', 'danger'),
    ],
  };
}

function whereOf(
  found: ReturnType<typeof trackerNamed>,
  key: string,
  words: Texts['cards']['issues'],
): string {
  if (!found) return key;
  const { name, policy } = found;
  const place = policy.type === 'github' ? words.onGitHub(policy.repository) : words.inJira(policy.project);
  return name === key ? place : `${name} (${place})`;
}

/** As it is written: what looks like markup in it is none here. */
function linesOf(body: string): Inline[] {
  return body
    .split('\n')
    .flatMap((line, index): Inline[] => [...(index > 0 ? [{ type: 'break' as const }] : []), text(line)]);
}

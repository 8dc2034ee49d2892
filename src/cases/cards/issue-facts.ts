import type { Button, Fact } from '../../chat/card.ts';
import { link, text, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { Issue } from '../case.ts';
import { trackerNamed, trackersFor } from '../programs/issues.ts';
import { nameOf, textsFor, type View } from './view.ts';

/** So much of a tracker's own words is shown (characters). */
const STATUS_MAX = 60;

/** The issues of a case, with the way to each and how it stands there. One line each. */
export function issueFacts(view: View): Fact[] {
  const { issues: words } = textsFor(view).cards;
  const issues = view.file.issues.filter(({ state }) => state !== 'draft' && state !== 'failed');
  if (issues.length === 0) return [];
  const value = issues.flatMap((issue, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    ...lineOf(issue, view),
  ]);
  return [{ label: issues.length === 1 ? words.one : words.several, value }];
}

function lineOf({ tracker, state, name, url, status }: Issue, view: View): Inline[] {
  const { policy } = view;
  const { issues: words } = textsFor(view).cards;
  const where = trackerNamed(policy, tracker)?.name ?? tracker;
  if (name === null || url === null) return [text(words.onItsWay(where))];
  const how = shorten(status ?? words.states[state], STATUS_MAX);
  return [...(state === 'gone' ? [text(name)] : [link(name, url)]), text(words.stands(where, how))];
}

/** Takes the case to a tracker, where there is one it is not in yet. */
export function issueButton(view: View): Button[] {
  const { file, policy } = view;
  const isIn = (key: string) =>
    file.issues.some(({ tracker, state }) => tracker === key && ['making', 'open', 'closed'].includes(state));
  if (trackersFor(file, policy).every(({ key }) => isIn(key))) return [];
  return [
    {
      type: 'button',
      label: textsFor(view).cards.buttons.issue,
      style: 'plain',
      invoke: { command: 'issue', values: { case: nameOf(view) } },
    },
  ];
}

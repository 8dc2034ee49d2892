import type { Button } from '../../chat/card.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Reply } from '../case.ts';
import { checklistOf } from '../checklist.ts';
import { isAsking } from '../community.ts';
import { giftsFor } from '../gift.ts';
import { issueButton } from './issue-facts.ts';
import { draftButtons, otherTemplate, waitOtherwise } from './draft.ts';
import { topicButtons } from './topic-fact.ts';
import { nameOf, textsFor, type Label, type View } from './view.ts';

/** So many buttons stand on the card, in one row on Discord; all others are in its menu. */
const BUTTONS_MAX = 5;

/** What can be done about an open case: what is needed most as it stands now, and all else. */
export function stepsOf(view: View, draft: Reply | undefined): { needed: Button[]; others: Button[] } {
  const steps = mostNeeded(view, draft);
  return {
    needed: steps.slice(0, BUTTONS_MAX),
    others: [...steps.slice(BUTTONS_MAX), ...alsoPossible(view, draft)],
  };
}

/** What moves the case on as it stands now, by how often it is needed. */
function mostNeeded(view: View, draft: Reply | undefined): Button[] {
  const { file } = view;
  return [
    ...(draft ? draftButtons(view, draft) : []),
    file.case.handlerId
      ? stepButton('handOver', 'assign', view)
      : stepButton('claim', 'claim', view, draft ? 'plain' : 'primary'),
    ...(draft ? [] : [stepButton('reply', 'reply', view)]),
    ...(isAsking(file) ? [stepButton('solvedByCommunity', 'credit', view)] : []),
    ...(kindOf(view.policy, file.case.kind).passOn ? [stepButton('passOn', 'praise', view)] : []),
    stepButton('note', 'note', view),
    stepButton('resolve', 'resolve', view),
  ];
}

function alsoPossible(view: View, draft: Reply | undefined): Button[] {
  const { file, policy, earlier } = view;
  const hasLeftToDo = checklistOf(file, earlier, policy).some(({ done }) => !done);
  return [
    ...(draft
      ? [...otherTemplate(view, draft), ...waitOtherwise(view, draft), stepButton('reply', 'reply', view)]
      : []),
    ...(hasLeftToDo ? [stepButton('tickOff', 'tick', view)] : []),
    ...(file.case.level < 3 ? [stepButton('escalate', 'escalate', view)] : []),
    ...topicButtons(view),
    stepButton('snooze', 'snooze', view),
    stepButton('kind', 'kind', view),
    ...(kindOf(policy, file.case.kind).recommend ? [stepButton('recommend', 'recommend', view)] : []),
    ...(giftsFor(file, policy).length > 0 ? [stepButton('gift', 'gift', view)] : []),
    {
      ...stepButton('meeting', 'meeting', view),
      invoke: { command: 'meeting', values: { do: 'add', case: nameOf(view) } },
    },
    ...issueButton(view),
    stepButton('dismiss', 'dismiss', view, 'danger'),
  ];
}

/** A button that runs a command about the case. */
export function stepButton(
  label: Label,
  command: string,
  view: View,
  style: 'plain' | 'primary' | 'danger' = 'plain',
): Button {
  return {
    type: 'button',
    label: textsFor(view).cards.buttons[label],
    style,
    invoke: { command, values: { case: nameOf(view) } },
  };
}

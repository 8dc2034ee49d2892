import type { Button, Card } from '../../chat/card.ts';
import { link, text } from '../../chat/rich.ts';
import { departmentOf } from '../../policy/lookup.ts';
import type { DeliveryBody } from '../delivery.ts';
import { isOpen } from '../states.ts';
import { nameOf, type View } from './view.ts';

/** Longest label of a button that both platforms show whole (characters). */
const LABEL_MAX = 70;

/** A few words for staff, with the case they are about, if any. Whoever only flagged something learns no number and no way into a case. */
export function noticeCard(
  { title, blocks, offer, tell, toFlagger }: Extract<DeliveryBody, { type: 'notice' }>,
  about: View | null,
): Card {
  const view = toFlagger ? null : about;
  const heading = view ? `${nameOf(view)} · ${title}` : title;
  const permalink = view?.file.case.permalink;
  return {
    title: heading,
    tone: 'neutral',
    summary: heading,
    body: blocks,
    facts: [],
    footer: permalink ? [text('about '), link('this message', permalink)] : [],
    actions: view
      ? [
          button('Open', 'show', view),
          ...(offer === 'reopen' && !isOpen(view.file.case) ? [button('Reopen', 'reopen', view)] : []),
          ...(tell !== undefined && isOpen(view.file.case) ? [tellButton(tell, view)] : []),
        ]
      : [],
  };
}

function tellButton(department: string, view: View): Button {
  const to = departmentOf(view.workspace, department)?.name ?? department;
  const own = button(`Tell ${to}`.slice(0, LABEL_MAX), 'department', view);
  const values = { ...own.invoke.values, do: 'tell', department };
  return { ...own, style: 'primary', invoke: { ...own.invoke, values } };
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}

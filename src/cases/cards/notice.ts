import type { Button, Card } from '../../chat/card.ts';
import { inlines, link } from '../../chat/rich.ts';
import { departmentOf } from '../../policy/lookup.ts';
import { textsIn, type Texts } from '../../texts/index.ts';
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
  // Written once, in the language of its community, whoever reads it.
  const { cards } = textsIn(about?.workspace.language, about?.policy.language);
  const { buttons, told } = cards;
  return {
    title: heading,
    tone: 'neutral',
    summary: heading,
    body: blocks,
    facts: [],
    footer: permalink ? inlines(...told.about(link(told.thisMessage, permalink))) : [],
    actions: view
      ? [
          button(buttons.open, 'show', view),
          ...(offer === 'reopen' && !isOpen(view.file.case) ? [button(buttons.reopen, 'reopen', view)] : []),
          ...(tell !== undefined && isOpen(view.file.case) ? [tellButton(tell, view, cards)] : []),
        ]
      : [],
  };
}

function tellButton(department: string, view: View, { buttons }: Texts['cards']): Button {
  const to = departmentOf(view.workspace, department)?.name ?? department;
  const own = button(buttons.tell(to).slice(0, LABEL_MAX), 'department', view);
  const values = { ...own.invoke.values, do: 'tell', department };
  return { ...own, style: 'primary', invoke: { ...own.invoke, values } };
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}

import type { Button, Card } from '../../chat/card.ts';
import { inlines, link } from '../../chat/rich.ts';
import { departmentName } from '../../policy/lookup.ts';
import { textsIn, type Texts } from '../../texts/index.ts';
import type { DeliveryBody } from '../delivery.ts';
import { isOpen } from '../states.ts';
import { wordsIn } from '../notice.ts';
import { nameOf, textsFor, type View } from './view.ts';

/** Longest label of a button that both platforms show whole (characters). */
const LABEL_MAX = 70;

/** A few words for staff, with the case they are about, if any. Whoever only flagged something learns no number and no way into a case. */
export function noticeCard(notice: Extract<DeliveryBody, { type: 'notice' }>, about: View | null): Card {
  const { offer, tell, toFlagger, inOthers } = notice;
  // Words for several people are those of their community, whoever reads them, and so is what stands around them.
  const texts =
    inOthers && about ? textsFor(about) : textsIn(about?.workspace.language, about?.policy.language);
  // Of no case, they have been chosen before: see handlers/deliver.
  const { title, blocks } = about ? wordsIn(notice, texts) : notice;
  const view = toFlagger ? null : about;
  const heading = view ? `${nameOf(view)} · ${title}` : title;
  const permalink = view?.file.case.permalink;
  const { buttons, told } = texts.cards;
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
          ...(tell !== undefined && isOpen(view.file.case) ? [tellButton(tell, view, texts)] : []),
        ]
      : [],
  };
}

function tellButton(department: string, view: View, { cards: { buttons }, common }: Texts): Button {
  const to = departmentName(view.workspace, department, common.code);
  const own = button(buttons.tell(to).slice(0, LABEL_MAX), 'department', view);
  const values = { ...own.invoke.values, do: 'tell', department };
  return { ...own, style: 'primary', invoke: { ...own.invoke, values } };
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}

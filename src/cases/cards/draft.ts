import type { Action, Button, Card } from '../../chat/card.ts';
import { inlines, person, text, type Block, type Inline } from '../../chat/rich.ts';
import { asksMember } from '../asks-member.ts';
import type { Reply } from '../case.ts';
import { isUntouched } from '../prepared.ts';
import { giftDecisions } from './gift-approval.ts';
import { languageChoices, languageName } from './language-words.ts';
import { otherWait } from './waits.ts';
import { withToneWarning } from './tone-warning.ts';
import { nameOf, textsFor, type View } from './view.ts';

/** As many as Discord shows. */
const CHOICES_MAX = 25;

/** What a card needs to know of the templates. */
export interface Writing {
  parse(markdown: string): Block[];
  /** Languages there are templates in. */
  languages(): string[];
  /** Which of the steps there are no templates for in a language. */
  missing(steps: readonly string[], language: string): string[];
}

/** The answer that waits for a click: to whom, where, in which language, and how it reads. */
export function draftPreview(view: View, draft: Reply, writing: Writing): Card['body'] {
  const { member } = view.file.case;
  const { drafts: said } = textsFor(view).cards;
  const head = draft.place.type === 'dm' ? said.toDm : said.toThread;
  const words = writing.parse(draft.markdown);
  return [
    {
      type: 'paragraph',
      children: [
        { type: 'bold', children: [text(head(member.name))] },
        ...wordsOf(view, draft, writing),
        {
          type: 'bold',
          children: [
            text(
              waitsForYes(view, draft)
                ? said.giftWaits
                : asksMember(draft)
                  ? said.waitsThenMember(member.name)
                  : said.waits,
            ),
          ],
        },
      ],
    },
    ...(isByAPerson(draft) ? withToneWarning(draft.markdown, words, view) : words),
  ];
}

/** Written or edited by a person, or with a line of theirs in it, as words that go with a gift are. */
function isByAPerson({ authorId, giftId }: Reply): boolean {
  return authorId !== null || giftId !== null;
}

/** In which language it is, and why in that one; or whose words they are. */
function wordsOf(view: View, { language, steps, authorId }: Reply, writing: Writing): Inline[] {
  const { case: found } = view.file;
  const texts = textsFor(view);
  const { drafts: said } = texts.cards;
  if (language === null)
    return authorId === null ? [text('.')] : inlines(...said.asWritten(person(authorId)));
  const own = languageName(language, texts);
  if (language === found.language) return [text(said.inLanguage(own))];
  const wanted = languageName(found.language, texts);
  if (!writing.languages().includes(found.language)) return [text(said.noTemplates(own, wanted))];
  const missing = writing.missing(steps, found.language);
  if (missing.length === 0) return [text(said.languageChanged(own, wanted))];
  return [text(said.missing(own, wanted, missing.length, missing.map(said.named).join(', ')))];
}

/** Send, edit, throw away: the answer that was shown and no other. Or first a yes or no to the gift that goes with it. */
export function draftButtons(view: View, draft: Reply): Button[] {
  const values = valuesOf(view, draft);
  const { buttons } = textsFor(view).cards;
  return [
    ...(waitsForYes(view, draft)
      ? giftDecisions(view, draft.giftId)
      : ([
          {
            type: 'button',
            label: buttons.sendAnswer,
            style: 'primary',
            invoke: { command: 'send', values },
          },
          button(buttons.edit, 'reply', values),
        ] satisfies Button[])),
    button(buttons.discard, 'discard', values),
  ];
}

/** A prepared answer can be exchanged for another, until somebody has written into it. */
export function otherTemplate(view: View, draft: Reply): Button[] {
  const { buttons } = textsFor(view).cards;
  return isUntouched(draft) ? [button(buttons.otherTemplate, 'template', valuesOf(view, draft))] : [];
}

/** Whether the case waits for the member once it is sent is for a person to say. */
export function waitOtherwise(view: View, draft: Reply): Button[] {
  return waitsForYes(view, draft) || draft.giftId !== null
    ? []
    : [otherWait(draft, valuesOf(view, draft), textsFor(view))];
}

function valuesOf(view: View, draft: Reply): Record<string, string> {
  return { case: nameOf(view), draft: String(draft.replyId) };
}

function button(label: string, command: string, values: Record<string, string>): Button {
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}

function waitsForYes({ file }: View, draft: Reply): draft is Reply & { giftId: number } {
  return file.gifts.some(({ giftId, state }) => giftId === draft.giftId && state === 'proposed');
}

/** Another language for the answer that waits. */
export function languageSelect(view: View, draft: Reply, writing: Writing): Action[] {
  const texts = textsFor(view);
  const all = languageChoices(writing.languages(), view.file.case.language, texts);
  const choices = all.slice(0, CHOICES_MAX);
  if (!isUntouched(draft) || choices.length === 0) return [];
  const invoke = { command: 'language', values: { case: nameOf(view) } };
  return [{ type: 'select', placeholder: texts.cards.buttons.language, option: 'language', choices, invoke }];
}

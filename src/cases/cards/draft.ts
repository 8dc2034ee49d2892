import type { Action, Button, Card } from '../../chat/card.ts';
import { person, text, type Block, type Inline } from '../../chat/rich.ts';
import { asksMember } from '../asks-member.ts';
import type { Reply } from '../case.ts';
import { isUntouched } from '../prepared.ts';
import { giftDecisions } from './gift-approval.ts';
import { languageChoices, languageName } from './language-words.ts';
import { otherWait } from './waits.ts';
import { withToneWarning } from './tone-warning.ts';
import { nameOf, type View } from './view.ts';

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
  const where = draft.place.type === 'dm' ? 'by direct message' : 'in the public thread';
  const words = writing.parse(draft.markdown);
  return [
    {
      type: 'paragraph',
      children: [
        { type: 'bold', children: [text(`Answer to ${member.name} ${where}, `)] },
        ...wordsOf(view, draft, writing),
        {
          type: 'bold',
          children: [
            text(
              waitsForYes(view, draft)
                ? ' A gift goes with it, which waits for somebody else’s yes:'
                : asksMember(draft)
                  ? ` Waiting for your click; then the case waits for ${member.name}:`
                  : ' Waiting for your click:',
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
function wordsOf(
  { file: { case: found } }: View,
  { language, steps, authorId }: Reply,
  writing: Writing,
): Inline[] {
  if (language === null)
    return authorId === null ? [text('.')] : [text('as '), person(authorId), text(' wrote it.')];
  const own = `in ${languageName(language)}`;
  if (language === found.language) return [text(`${own}.`)];
  const wanted = languageName(found.language);
  if (!writing.languages().includes(found.language))
    return [text(`${own}, because there are no ${wanted} templates.`)];
  const missing = writing.missing(steps, found.language);
  if (missing.length === 0) return [text(`${own}; the case’s language is ${wanted} now.`)];
  const [noun, list] = [missing.length === 1 ? 'template' : 'templates', missing.map((name) => `“${name}”`)];
  return [text(`${own}, because there is no ${wanted} ${noun} ${list.join(', ')}.`)];
}

/** Send, edit, throw away: the answer that was shown and no other. Or first a yes or no to the gift that goes with it. */
export function draftButtons(view: View, draft: Reply): Button[] {
  const values = valuesOf(view, draft);
  return [
    ...(waitsForYes(view, draft)
      ? giftDecisions(view, draft.giftId)
      : ([
          { type: 'button', label: 'Send answer', style: 'primary', invoke: { command: 'send', values } },
          button('Edit', 'reply', values),
        ] satisfies Button[])),
    button('Discard', 'discard', values),
  ];
}

/** A prepared answer can be exchanged for another, until somebody has written into it. */
export function otherTemplate(view: View, draft: Reply): Button[] {
  return isUntouched(draft) ? [button('Other template', 'template', valuesOf(view, draft))] : [];
}

/** Whether the case waits for the member once it is sent is for a person to say. */
export function waitOtherwise(view: View, draft: Reply): Button[] {
  return waitsForYes(view, draft) || draft.giftId !== null ? [] : [otherWait(draft, valuesOf(view, draft))];
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
  const choices = languageChoices(writing.languages(), view.file.case.language).slice(0, CHOICES_MAX);
  if (!isUntouched(draft) || choices.length === 0) return [];
  const invoke = { command: 'language', values: { case: nameOf(view) } };
  return [{ type: 'select', placeholder: 'Language …', option: 'language', choices, invoke }];
}

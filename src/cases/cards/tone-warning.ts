import { bold, paragraph, text, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { checkTone, type ToneFinding } from '../tone/check-tone.ts';
import { textsFor, type View } from './view.ts';
import type { Texts } from '../../texts/index.ts';

/** More would be read by nobody; the next preview shows the rest. */
const SHOWN = 4;
/** How much stands around a phrase, so that it is found again, and how much of it is shown (characters). */
const AROUND = 40;
const PHRASE_MAX = 80;
/** A longer text may be cut by the platform, and nothing that stands below it would be seen (characters). */
const LONG = 2_000;

/**
 * What a person wrote to a member as they will see it, and, next to it, what the member may take badly. Nothing is
 * added where there is nothing to say. It only advises: whatever it finds, the words can be sent.
 */
export function withToneWarning(
  markdown: string,
  blocks: readonly Block[],
  view: Pick<View, 'file' | 'workspace' | 'policy' | 'locale'>,
): Block[] {
  const warning = toneWarning(markdown, view);
  return markdown.length > LONG ? [...warning, ...blocks] : [...blocks, ...warning];
}

/** The warning alone; empty when the text is fine. */
export function toneWarning(
  markdown: string,
  view: Pick<View, 'file' | 'workspace' | 'policy' | 'locale'>,
): Block[] {
  const { file, workspace, policy } = view;
  const texts = textsFor(view);
  const { tone: words } = texts.cards;
  const { language, member } = file.case;
  const languages = [language, 'en', workspace.language ?? policy.language];
  const findings = checkTone(markdown, languages, [member.name, workspace.name]);
  if (findings.length === 0) return [];
  const more = findings.length - SHOWN;
  return [
    paragraph(bold(words.title), words.may(member.name)),
    {
      type: 'list',
      ordered: false,
      items: findings.slice(0, SHOWN).map((finding) => itemOf(markdown, finding, texts)),
    },
    paragraph(more > 0 ? words.more(more) : words.allTheSame),
  ];
}

function itemOf(
  markdown: string,
  { start, end, phrase, why, reason, instead }: ToneFinding,
  texts: Texts,
): Inline[] {
  const { tone: words } = texts.cards;
  const before = oneLine(markdown.slice(Math.max(0, start - AROUND), start));
  const after = oneLine(markdown.slice(end, end + AROUND));
  // A word that is cut in two is left out.
  const left = start > AROUND ? before.replace(/^\S*/, '…') : before;
  const right = end + AROUND < markdown.length ? after.replace(/\S*$/, '…') : after;
  return [
    text(`${words.begins}${left.trimStart()}`),
    bold(shorten(oneLine(phrase), PHRASE_MAX)),
    text(
      `${right.trimEnd()}${words.ends} (${words.why[why]}) ${texts.rules.tone[reason]}${instead ? words.instead(instead) : ''}`,
    ),
  ];
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').toWellFormed();
}

import { bold, paragraph, text, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { checkTone, type ToneFinding } from '../tone/check-tone.ts';
import type { ToneWhy } from '../tone/reasons.ts';
import type { View } from './view.ts';

/** More would be read by nobody; the next preview shows the rest. */
const SHOWN = 4;
/** How much stands around a phrase, so that it is found again, and how much of it is shown (characters). */
const AROUND = 40;
const PHRASE_MAX = 80;
/** A longer text may be cut by the platform, and nothing that stands below it would be seen (characters). */
const LONG = 2_000;

const WHY: Readonly<Record<ToneWhy, string>> = {
  belittling: 'belittling',
  blaming: 'blame',
  shouting: 'shouting',
  arguing: 'arguing',
};

/**
 * What a person wrote to a member as they will see it, and, next to it, what the member may take badly. Nothing is
 * added where there is nothing to say. It only advises: whatever it finds, the words can be sent.
 */
export function withToneWarning(
  markdown: string,
  blocks: readonly Block[],
  view: Pick<View, 'file' | 'workspace' | 'policy'>,
): Block[] {
  const warning = toneWarning(markdown, view);
  return markdown.length > LONG ? [...warning, ...blocks] : [...blocks, ...warning];
}

/** The warning alone; empty when the text is fine. */
export function toneWarning(
  markdown: string,
  { file, workspace, policy }: Pick<View, 'file' | 'workspace' | 'policy'>,
): Block[] {
  const { language, member } = file.case;
  const languages = [language, 'en', workspace.language ?? policy.language];
  const findings = checkTone(markdown, languages, [member.name, workspace.name]);
  if (findings.length === 0) return [];
  const more = findings.length - SHOWN;
  return [
    paragraph(bold('A word on the tone'), `: ${member.name} may take this differently from how you mean it.`),
    {
      type: 'list',
      ordered: false,
      items: findings.slice(0, SHOWN).map((finding) => itemOf(markdown, finding)),
    },
    paragraph(
      `${more > 0 ? `There ${more === 1 ? 'is one more' : `are ${more} more`} like these. ` : ''}You can send it all the same.`,
    ),
  ];
}

function itemOf(markdown: string, { start, end, phrase, why, explanation, instead }: ToneFinding): Inline[] {
  const before = oneLine(markdown.slice(Math.max(0, start - AROUND), start));
  const after = oneLine(markdown.slice(end, end + AROUND));
  // A word that is cut in two is left out.
  const left = start > AROUND ? before.replace(/^\S*/, '…') : before;
  const right = end + AROUND < markdown.length ? after.replace(/\S*$/, '…') : after;
  return [
    text(`“${left.trimStart()}`),
    bold(shorten(oneLine(phrase), PHRASE_MAX)),
    text(
      `${right.trimEnd()}” (${WHY[why]}) ${explanation}${instead ? ` Perhaps instead: “${instead}”` : ''}`,
    ),
  ];
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').toWellFormed();
}

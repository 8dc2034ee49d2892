import type { Fact } from '../../chat/card.ts';
import { link, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import { departmentName, kindOf } from '../../policy/lookup.ts';
import { askedAbout, consentFor, consentOf, isToBeAsked, wasAsked, type Asked } from '../consent.ts';
import { textsFor, type View } from './view.ts';

/** So many people are named on a card. */
const NAMED_MAX = 10;

/** Whom the kind words reached, and what the member said to passing them on. */
export function praiseFacts(view: View): Fact[] {
  const { file } = view;
  const { praised } = file;
  const { facts } = textsFor(view).cards;
  return [
    ...(praised.length > 0
      ? [
          {
            label: facts.passedOnTo,
            value: [
              ...praised
                .slice(0, NAMED_MAX)
                .flatMap((userId, index): Inline[] => [...(index > 0 ? [text(', ')] : []), person(userId)]),
              ...(praised.length > NAMED_MAX ? [text(facts.moreBehind(praised.length - NAMED_MAX))] : []),
            ],
          },
        ]
      : []),
    ...consentFacts(view),
  ];
}

/** How it stands with each department the member was asked about, and with the one the kind names now. */
function consentFacts(view: View): Fact[] {
  const { file, workspace, policy } = view;
  const { cards, common } = textsFor(view);
  const { buttons, facts } = cards;
  const words: Record<Asked | 'missing', string> = {
    ...facts.consent,
    prepared: facts.consent.prepared(buttons.send),
    missing: facts.consent.missing(buttons.passOn),
  };
  const asked = askedAbout(file);
  const wanted = consentFor(file, workspace, policy);
  const isMissing = wasAsked(file) && wanted !== null && isToBeAsked(file, wanted, workspace, policy);
  return [...asked, ...(isMissing ? [wanted] : [])].map((department) => ({
    label: facts.consentFor(departmentName(workspace, department, common.code)),
    value: [text(words[consentOf(file, department) ?? 'missing'])],
  }));
}

/** Why a department has kind words, and what it may do with them. */
export function praiseBlocks(view: View, department: string): Block[] {
  const { file, policy } = view;
  const { told } = textsFor(view).cards;
  if (!kindOf(policy, file.case.kind).passOn) return [];
  if (consentOf(file, department) === 'given') return [paragraph(told.mayQuote)];
  return [paragraph(told.kindWords)];
}

/** What the helpers have said so far. */
export function helpFact(view: View): Fact[] {
  const { help } = view.file;
  const { facts } = textsFor(view).cards;
  if (!help) return [];
  const count = facts.helped(help.said);
  return [
    {
      label: facts.community,
      value:
        help.link === null ? [text(help.said === 0 ? facts.helpersAsked : count)] : [link(count, help.link)],
    },
  ];
}

import type { Fact } from '../../chat/card.ts';
import { link, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import { departmentOf, kindOf } from '../../policy/lookup.ts';
import { askedAbout, consentFor, consentOf, isToBeAsked, wasAsked, type Asked } from '../consent.ts';
import type { View } from './view.ts';

/** So many people are named on a card. */
const NAMED_MAX = 10;

const CONSENT_WORDS: Record<Asked | 'missing', string> = {
  given: 'the member said yes',
  refused: 'the member said no',
  asked: 'not answered yet',
  prepared: 'the question waits for Send',
  missing: 'not asked: their answer was about somebody else. Pass on prepares the question',
};

/** Whom the kind words reached, and what the member said to passing them on. */
export function praiseFacts(view: View): Fact[] {
  const { file } = view;
  const { praised } = file;
  return [
    ...(praised.length > 0
      ? [
          {
            label: 'Passed on to',
            value: [
              ...praised
                .slice(0, NAMED_MAX)
                .flatMap((userId, index): Inline[] => [...(index > 0 ? [text(', ')] : []), person(userId)]),
              ...(praised.length > NAMED_MAX ? [text(` and ${praised.length - NAMED_MAX} more`)] : []),
            ],
          },
        ]
      : []),
    ...consentFacts(view),
  ];
}

/** How it stands with each department the member was asked about, and with the one the kind names now. */
function consentFacts({ file, workspace, policy }: View): Fact[] {
  const asked = askedAbout(file);
  const wanted = consentFor(file, workspace, policy);
  const isMissing = wasAsked(file) && wanted !== null && isToBeAsked(file, wanted, workspace, policy);
  return [...asked, ...(isMissing ? [wanted] : [])].map((department) => ({
    label: `Consent for ${departmentOf(workspace, department)?.name ?? department}`,
    value: [text(CONSENT_WORDS[consentOf(file, department) ?? 'missing'])],
  }));
}

/** Why a department has kind words, and what it may do with them. */
export function praiseBlocks({ file, policy }: View, department: string): Block[] {
  if (!kindOf(policy, file.case.kind).passOn) return [];
  if (consentOf(file, department) === 'given')
    return [paragraph('The member agreed that you have these words and may quote them.')];
  return [paragraph('These kind words are for you. Nothing has to be done about them.')];
}

/** What the helpers have said so far. */
export function helpFact({ file: { help } }: View): Fact[] {
  if (!help) return [];
  const count = `${help.said} message${help.said === 1 ? '' : 's'} from the helpers`;
  return [
    {
      label: 'Community',
      value:
        help.link === null
          ? [text(help.said === 0 ? 'asked, no answer yet' : count)]
          : [link(count, help.link)],
    },
  ];
}

import type { Fact } from '../../chat/card.ts';
import { link, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import { departmentOf, kindOf } from '../../policy/lookup.ts';
import { consentFor, wasAsked } from '../praise.ts';
import type { View } from './view.ts';

/** So many people are named on a card. */
const NAMED_MAX = 10;

/** Whom the kind words reached, and what the member said to passing them on. */
export function praiseFacts({ file, workspace, policy }: View): Fact[] {
  const { praised, consent } = file;
  const department = consentFor(file, workspace, policy);
  const name = department === null ? '' : (departmentOf(workspace, department)?.name ?? department);
  const said = consent ?? (wasAsked(file) && department !== null ? 'asked' : null);
  const words = { given: 'the member said yes', refused: 'the member said no', asked: 'not answered yet' };
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
    ...(said ? [{ label: name ? `Consent for ${name}` : 'Consent', value: [text(words[said])] }] : []),
  ];
}

/** Why a department has kind words, and what it may do with them. */
export function praiseBlocks({ file, workspace, policy }: View, department: string): Block[] {
  if (!kindOf(policy, file.case.kind).passOn) return [];
  if (file.consent === 'given' && consentFor(file, workspace, policy) === department)
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

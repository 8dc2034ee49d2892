import { caseName, type CaseFile, type NewGift } from '../cases/case.ts';
import { giftOf } from '../cases/gift.ts';
import { AppError, NotPossible } from '../errors.ts';
import { giftText } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer } from './composer.ts';
import { textsOf } from '../texts/index.ts';

/** Templates a gift is brought with: one with a code in it, one without. */
const GIFT_TEMPLATES = { codes: 'goodwill-gift', others: 'goodwill-present' } as const;

/**
 * What the member reads with a gift, in the case's language: our template, and a personal line under it. Where the code
 * belongs stands `codePlace` of the community's texts.
 * @throws {NotPossible} for a gift that is none, or when its template cannot be used
 */
export function giftWords(
  { key, line }: { key: string; line: string },
  { case: found }: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
  compose: Composer,
  now: Date,
): Pick<NewGift['reply'], 'markdown' | 'language' | 'steps'> {
  const isCode = giftOf(policy, key).type === 'codes';
  const ours = workspace.language ?? policy.language;
  try {
    const { markdown, language, steps } = compose.compose(
      [isCode ? GIFT_TEMPLATES.codes : GIFT_TEMPLATES.others],
      {
        member: { name: found.member.name },
        community: workspace,
        case: { name: caseName(policy.prefix, found.number) },
        details: [],
        nextUpdate: { at: now, timeZone: workspace.timeZone ?? policy.timeZone },
        gift: {
          name: giftText(policy, key),
          code: isCode ? textsOf(workspace).rules.gifts.codePlace : '',
        },
      },
      [found.language, ours, policy.language],
    );
    return { markdown: [markdown, line.trim()].filter(Boolean).join('\n\n'), language, steps };
  } catch (error) {
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID')
      throw new NotPossible((texts) => texts.rules.gifts.unwritten(error.in(texts)));
    throw error;
  }
}

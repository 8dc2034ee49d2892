import { caseName, type Reply } from '../cases/case.ts';
import type { View } from '../cases/cards/view.ts';
import { CONSENT_STEP } from '../cases/praise.ts';
import type { Action, Content } from '../chat/card.ts';
import { paragraph } from '../chat/rich.ts';
import type { Composer } from './composer.ts';

type Below = Pick<Extract<Content, { type: 'reply' }>, 'actions' | 'below'>;

/**
 * What stands below an answer that asks whether the member's words may be passed on: two buttons, and once they have
 * chosen, a line of thanks in their place.
 */
export function consentBelow({ file, policy }: View, reply: Reply, compose: Composer): Below {
  if (!reply.steps.includes(CONSENT_STEP)) return {};
  const words = (key: string) => compose.button(key, reply.language ?? file.case.language);
  if (file.consent !== null)
    return { below: [paragraph(words(file.consent === 'given' ? 'consent-given' : 'consent-refused'))] };
  const choice = (key: string, say: string, style: 'primary' | 'plain'): Action => ({
    type: 'button',
    label: words(key),
    style,
    invoke: { command: 'consent', values: { case: caseName(policy.prefix, file.case.number), say } },
  });
  return {
    actions: [choice('consent-yes', 'yes', 'primary'), choice('consent-no', 'no', 'plain')],
  };
}

import { caseName, CONSENTS, type Reply } from '../cases/case.ts';
import type { View } from '../cases/cards/view.ts';
import { CONSENT_STEP } from '../cases/consent.ts';
import type { Action, Below, Content } from '../chat/card.ts';
import { paragraph } from '../chat/rich.ts';
import type { Composer } from './composer.ts';

type Drawn = Extract<Content, { type: 'reply' }>;

/**
 * What stands below an answer that asks whether the member's words may be passed on: two buttons, and once they have
 * chosen, a line of thanks in their place. With it the other forms: a click may come before the post is on record.
 */
export function consentBelow(view: View, reply: Reply, compose: Composer): Below & Pick<Drawn, 'variants'> {
  if (!reply.steps.includes(CONSENT_STEP)) return {};
  const forms = new Map(
    [null, ...CONSENTS].map((said) => [said, formOf(view, { ...reply, consent: said }, compose)]),
  );
  const variants = [...forms].flatMap(([said, form]) => (said === reply.consent ? [] : [form]));
  return { ...forms.get(reply.consent), variants };
}

function formOf({ file, policy }: View, reply: Reply, compose: Composer): Below {
  const words = (key: string) => compose.button(key, reply.language ?? file.case.language);
  if (reply.consent !== null)
    return { below: [paragraph(words(reply.consent === 'given' ? 'consent-given' : 'consent-refused'))] };
  const choice = (key: string, say: string, style: 'primary' | 'plain'): Action => ({
    type: 'button',
    label: words(key),
    style,
    invoke: {
      command: 'consent',
      values: { case: caseName(policy.prefix, file.case.number), say, reply: String(reply.replyId) },
    },
  });
  return {
    actions: [choice('consent-yes', 'yes', 'primary'), choice('consent-no', 'no', 'plain')],
  };
}

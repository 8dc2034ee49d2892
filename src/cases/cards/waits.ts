import type { Button } from '../../chat/card.ts';
import { asksMember } from '../asks-member.ts';
import type { Reply } from '../case.ts';

/** What sending words that ask something sets in motion. */
export function thenWaits(member: string): string {
  return `It asks something, so the case waits for ${member} then: they are reminded, and it is closed if they say nothing.`;
}

/** Sends it all the same, and does not wait although it asks; or waits although it asks nothing. */
export function otherWait(reply: Reply, values: Record<string, string>): Button {
  const asks = asksMember(reply);
  return {
    type: 'button',
    label: asks ? 'Send, do not wait' : 'Send and wait',
    style: 'plain',
    invoke: { command: 'send', values: { ...values, wait: asks ? 'no' : 'yes' } },
  };
}

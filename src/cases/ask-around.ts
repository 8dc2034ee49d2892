import type { ChatAdapter } from '../chat/adapter.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { besidesOf, type Besides, type Wait } from './besides.ts';
import { involvedIn, type Around, type Involved, type Statement } from './involved.ts';

interface Asker extends Around {
  policy: Policy;
  chat: ChatAdapter;
}

/**
 * What has to be known of people before a case is opened, so that it is kept from those involved from its first moment.
 * Takes calls to the platform: for a case there is already it need not be asked.
 */
export async function askAround(
  statement: Statement & { message: MessageSnapshot | null },
  kind: string,
  asker: Asker,
  wait: Wait,
): Promise<{ involved: Involved; besides: Besides }> {
  const { policy, workspace, chat } = asker;
  const involved = await involvedIn(statement, kindOf(policy, kind), asker);
  return { involved, besides: await besidesOf(statement.message, kind, workspace, policy, chat, wait) };
}

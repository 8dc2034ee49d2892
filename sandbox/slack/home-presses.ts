import { type InteractionResult, SandboxRefusal } from '../platform.ts';
import { actionsOf } from './actions.ts';
import type { Ground } from './api/method.ts';
import type { Asking } from './asking.ts';
import { asMessage } from './homes.ts';
import { findAction, pressedAction } from './pressed.ts';
import type { Outgoing } from './outgoing.ts';

/** Somebody presses a button of their Home tab, or chooses there. */
export type PressOnHome = (
  as: string,
  wanted: string,
  value: string | undefined,
) => Promise<InteractionResult>;

/** The app's Home tab as people use it. A view says no channel, and can be answered by no response_url. */
export function createHomePresses(
  ground: Ground,
  { outgoing, asking }: { outgoing: Outgoing; asking: Asking },
): { openHome(input: { as: string }): void; pressOnHome: PressOnHome } {
  const { directory, faults, homes, events, mint } = ground;
  return {
    openHome: ({ as }) => {
      if (faults.lacksScope('app_home'))
        throw new SandboxRefusal(
          'not_enabled',
          'The app has no Home tab: it is switched off in its settings.',
        );
      const dm = directory.openDm(as, directory.bot.id);
      events.homeOpened(as, dm.id, homes.of(as)?.view ?? null);
    },
    pressOnHome: async (as, wanted, value) => {
      const home = homes.of(as);
      const action = home && findAction(actionsOf(asMessage(home, directory)), wanted);
      if (!home || !action)
        throw new SandboxRefusal('action_not_found', 'The page has no such button or menu.');
      const { payload, triggerId } = asking.common(as);
      const { error } = await outgoing.ask('interactive', {
        ...payload,
        type: 'block_actions',
        container: { type: 'view', view_id: home.id },
        view: home.view,
        actions: [
          {
            ...pressedAction(action, value, ground),
            block_id: action.blockId,
            action_id: action.id,
            action_ts: mint.ts(),
          },
        ],
      });
      return asking.outcome(as, triggerId, null, mint.last(), error && `The app did not respond (${error}).`);
    },
  };
}

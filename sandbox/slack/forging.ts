import type { Forging } from '../forging.ts';
import type { Ground } from './api/method.ts';
import type { Asking } from './asking.ts';
import type { Outgoing } from './outgoing.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Json } from './types.ts';

/** Interactive payloads that no card and no form of the app stands behind. */
export function createForging(
  { mint, directory }: Ground,
  { outgoing, asking, urls }: { outgoing: Outgoing; asking: Asking; urls: ResponseUrls },
): Forging {
  return {
    forge: async ({ as, channel, id, chosen, form }) => {
      const since = mint.last();
      const { payload, triggerId } = asking.common(as);
      const message = mint.ts();
      const fields = form
        ? {
            type: 'view_submission',
            view: forgedView(id, channel, form, directory.teamId),
            response_urls: [],
          }
        : {
            type: 'block_actions',
            channel: { id: channel, name: 'forged' },
            container: { type: 'message', message_ts: message, channel_id: channel, is_ephemeral: false },
            response_url: urls.issue({ user: as, channel, thread: null, message: null }),
            state: { values: {} },
            actions: [{ ...pressed(chosen), block_id: 'b', action_id: id, action_ts: mint.ts() }],
          };
      const { error } = await outgoing.ask('interactive', { ...payload, ...fields });
      return asking.outcome(as, triggerId, channel, since, error);
    },
  };
}

function pressed(chosen: string | undefined): Json {
  return chosen === undefined
    ? { type: 'button' }
    : {
        type: 'static_select',
        selected_option: { value: chosen, text: { type: 'plain_text', text: chosen } },
      };
}

function forgedView(id: string, channel: string, form: Record<string, string>, team: string): Json {
  const values = Object.entries(form).map(([name, value]): [string, Json] => [
    name,
    { value: { type: 'plain_text_input', value } },
  ]);
  return {
    id: `V${id.length}`,
    hash: `${id} ${JSON.stringify(form)}`,
    type: 'modal',
    app_installed_team_id: team,
    callback_id: id,
    private_metadata: JSON.stringify({ channel }),
    state: { values: Object.fromEntries(values) },
    blocks: [],
  };
}

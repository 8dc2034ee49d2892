import type { InteractionResult } from '../platform.ts';
import type { Ground } from './api/method.ts';
import { shownForm } from './forms.ts';
import type { Shown } from './shown.ts';
import type { Json } from './types.ts';

/** What every interactive payload has, and what came of it. */
export interface Asking {
  common(as: string): { payload: Json; triggerId: string };
  /** What the person sees now: the error, the form that has opened, the words only they see. */
  outcome(
    as: string,
    triggerId: string,
    channel: string | null,
    since: string,
    error: string | null,
  ): InteractionResult;
}

export function createAsking(ground: Ground, shown: Shown): Asking {
  const { directory, triggers, forms, messages } = ground;
  return {
    common: (as) => {
      const handle = directory.person(as)?.handle ?? as;
      const triggerId = triggers.issue(as);
      const payload = {
        token: 'verification',
        api_app_id: directory.bot.appId,
        team: { id: directory.teamId, domain: 'sandbox' },
        enterprise: null,
        is_enterprise_install: false,
        user: { id: as, username: handle, name: handle, team_id: directory.teamId },
        trigger_id: triggerId,
      };
      return { payload, triggerId };
    },
    outcome: (as, triggerId, channel, since, error) => {
      const form = forms.of(as).find((one) => one.triggerId === triggerId);
      const ephemeral =
        channel === null ? undefined : messages.ephemerals(channel, as).findLast(({ ts }) => ts > since);
      return {
        ok: error === null,
        error,
        form: form ? shownForm(form, directory) : null,
        ephemeral: ephemeral ? shown.message(ephemeral, as) : null,
      };
    },
  };
}

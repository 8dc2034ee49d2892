import type { Forging } from '../forging.ts';
import { COMPONENT } from './check-components.ts';
import type { Interactions } from './interactions.ts';
import type { Json } from './types.ts';
import type { Views } from './views.ts';

/** Interactions that no component and no modal of the app stands behind. */
export function createForging(interactions: Interactions, views: Views): Forging {
  return {
    forge: async ({ as, channel, id, chosen, form }) => {
      const { error, ephemeral } = await interactions.ask({
        type: form ? 5 : 3,
        person: as,
        channel,
        data: () => (form ? filled(id, form) : pressed(id, chosen)),
      });
      return { ok: error === null, error, form: null, ephemeral: ephemeral && views.message(ephemeral) };
    },
  };
}

function pressed(id: string, chosen: string | undefined): Json {
  return chosen === undefined
    ? { component_type: COMPONENT.button, custom_id: id, id: 1 }
    : { component_type: COMPONENT.stringSelect, custom_id: id, id: 1, values: [chosen] };
}

function filled(id: string, form: Record<string, string>): Json {
  const components = Object.entries(form).map(([name, value], index) => ({
    type: COMPONENT.label,
    id: index + 1,
    component: { type: COMPONENT.textInput, id: index + 10, custom_id: name, value },
  }));
  return { custom_id: id, components };
}

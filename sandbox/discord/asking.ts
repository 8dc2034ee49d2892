import {
  type InteractionResult,
  SandboxRefusal,
  type SandboxPlatform,
  type UploadedFile,
} from '../platform.ts';
import { COMPONENT, STYLE } from './check-components.ts';
import { fieldsOf } from './checks.ts';
import { choicesOf, formView, usable } from './component-views.ts';
import { fillForm } from './filled-form.ts';
import { keepGiven, resolvedFiles } from './given-files.ts';
import { resolvedPeople } from './interaction-wire.ts';
import type { Interactions, Outcome } from './interactions.ts';
import { messageWire, type Reader } from './message-wire.ts';
import { personOf, readTyped } from './typed-command.ts';
import type { Channel, Json } from './types.ts';
import type { Views } from './views.ts';
import type { World } from './world.ts';

/** What a person types into an option is completed by the app while they type. */
export interface Completing {
  /** The choices shown for the last option in `text`, such as `/feedback claim FB`. */
  complete(input: {
    as: string;
    channel: string;
    text: string;
    thread?: string;
  }): Promise<{ label: string; value: string }[]>;
}

type Asking = Pick<SandboxPlatform, 'command' | 'menu' | 'press' | 'submit'> & Completing;

/** Everything people do that the app has to answer. */
export function createAsking(
  world: World,
  interactions: Interactions,
  views: Views,
  changed: () => void,
): Asking {
  const { seed } = world;
  const shown = ({ error, form, ephemeral }: Outcome): InteractionResult => ({
    ok: error === null,
    error,
    form: form && formView(world, form),
    ephemeral: ephemeral && views.message(ephemeral),
  });
  const commandsIn = (as: string, channel: Channel): Json[] => {
    if (channel.type === 1 && !channel.stored!.people.includes(seed.bot.id)) return [];
    return world.commands
      .values()
      .filter((command) => isOffered(command, channel) && mayUse(world, command, as));
  };
  const typed = (as: string, place: Channel, text: string, files: UploadedFile[] | null) => {
    const blobs = keepGiven(world, place.id, files ?? []);
    const read = { focus: files === null, blobs };
    const { command, fullName, options, people } = readTyped(world, commandsIn(as, place), text, read);
    const inGuild = place.type !== 1;
    const data = ({ host }: Reader) => ({
      ...commandData(command),
      options,
      ...resolvedIn({
        ...(people.length > 0 && resolvedPeople(world, people, inGuild)),
        ...(blobs.length > 0 && { attachments: resolvedFiles(world, blobs, host) }),
      }),
    });
    return { fullName, data };
  };

  return {
    async command({ as, channel, text, thread, files = [] }) {
      const place = views.place(as, channel, thread);
      const { fullName, data } = typed(as, place, text, files);
      const outcome = await interactions.ask({
        type: 2,
        person: as,
        channel: place.id,
        data,
        name: fullName,
        commandType: 1,
      });
      return shown(outcome);
    },
    async complete({ as, channel, text, thread }) {
      const place = views.place(as, channel, thread);
      const { data } = typed(as, place, text, null);
      const { choices } = await interactions.ask({ type: 4, person: as, channel: place.id, data });
      return choices.map(({ name, value }) => ({ label: String(name), value: String(value) }));
    },
    async menu({ as, channel, message: id, name }) {
      const message = views.find(as, channel, id);
      if (message.ephemeralFor) throw new SandboxRefusal('10008', 'This message has no menu.');
      const place = world.channel(message.channel)!;
      const command = commandsIn(as, place).find((one) => one['type'] === 3 && one['name'] === name);
      if (!command) throw new SandboxRefusal('unknown_command', 'The message menu has no such entry.');
      const outcome = await interactions.ask({
        type: 2,
        person: as,
        channel: place.id,
        name,
        commandType: 3,
        // The target is shown in full even without the intent.
        data: ({ host }) => ({
          ...commandData(command),
          target_id: message.id,
          resolved: { messages: { [message.id]: messageWire(world, message, { host, readsContent: true }) } },
        }),
      });
      return shown(outcome);
    },
    async press({ as, channel, message: id, action, value }) {
      const message = views.find(as, channel, id);
      const component = usable(message).find(
        (one) =>
          one['custom_id'] === action ||
          one['label'] === action ||
          one['placeholder'] === action ||
          one['url'] === action,
      );
      if (!component)
        throw new SandboxRefusal('unknown_action', 'There is no such button or select on the message.');
      if (component['style'] === STYLE.link) return { ok: true, error: null, form: null, ephemeral: null };
      const data = componentData(world, component, value, world.channel(message.channel)!.type !== 1);
      if (component['type'] !== COMPONENT.button) {
        const [chosen] = [data['values']].flat();
        world.chosen.choose(message.id, as, String(component['custom_id']), String(chosen));
      }
      const outcome = await interactions.ask({
        type: 3,
        person: as,
        channel: message.channel,
        data: () => data,
        source: message.id,
      });
      if (outcome.error !== null) world.chosen.redrawn(message.id);
      return shown(outcome);
    },
    async submit({ as, form: id, values, files = {} }) {
      const form = world.forms.get(id);
      if (form?.person !== as) throw new SandboxRefusal('unknown_form', 'This form is not open any more.');
      const { person, channel, source } = form;
      const inGuild = world.channel(channel)?.type !== 1;
      const given = Object.entries(files).map(
        ([name, chosen]) => [name, keepGiven(world, channel, chosen)] as const,
      );
      const blobs = given.flatMap(([, kept]) => kept);
      const { resolved, ...filled } = fillForm(
        world,
        form,
        { values, blobs: Object.fromEntries(given) },
        inGuild,
      );
      const outcome = await interactions.ask({
        type: 5,
        person,
        channel,
        source,
        data: ({ host }) => ({
          ...filled,
          ...resolvedIn({
            ...fieldsOf(resolved ?? {}),
            ...(blobs.length > 0 && { attachments: resolvedFiles(world, blobs, host) }),
          }),
        }),
      });
      // It stays open with what was typed when the app did not answer.
      if (outcome.error === null) world.forms.delete(form.id);
      changed();
      return shown(outcome);
    },
  };
}

/** Left out where nothing was resolved. */
function resolvedIn(resolved: Json): Json {
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}

/** A command as the data of an interaction names it. */
function commandData(command: Json): Json {
  const { id, name, type, guild_id: guild } = command;
  return { id, name, type, ...(guild === undefined ? {} : { guild_id: guild }) };
}

/** Commands of the server are offered on it, those of all servers also in direct messages unless their contexts leave these out. */
function isOffered(command: Json, channel: Channel): boolean {
  const context = channel.type === 1 ? 1 : 0;
  if (command['guild_id'] !== undefined) return context === 0;
  const contexts = command['contexts'];
  if (Array.isArray(contexts)) return contexts.includes(context);
  return context === 0 || command['dm_permission'] !== false;
}

/** "0" leaves a command to administrators: of the seed's people, the owner. */
function mayUse(world: World, command: Json, as: string): boolean {
  const needed = command['default_member_permissions'];
  return typeof needed !== 'string' || world.seed.people.at(-1)?.id === as;
}

function componentData(world: World, component: Json, value: string | undefined, inGuild: boolean): Json {
  const data: Json = {
    component_type: component['type'],
    custom_id: component['custom_id'],
    id: component['id'],
  };
  if (component['type'] === COMPONENT.button) return data;
  const isPeople = component['type'] === COMPONENT.userSelect;
  const wanted = isPeople && value !== undefined ? personOf(world, value) : value;
  const chosen = choicesOf(world, component).find(
    (choice) => choice.value === wanted || choice.label === wanted,
  );
  if (!chosen) throw new SandboxRefusal('unknown_choice', 'The select has no such choice.');
  return {
    ...data,
    values: [chosen.value],
    ...(isPeople ? { resolved: resolvedPeople(world, [chosen.value], inGuild) } : {}),
  };
}

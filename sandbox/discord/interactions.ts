import { randomBytes } from 'node:crypto';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import { interactionWire } from './interaction-wire.ts';
import type { Reader } from './message-wire.ts';
import { ApiRefusal } from './refusal.ts';
import type { InteractionType, Json, StoredForm, StoredInteraction, StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** How long the app has for its first answer (ms). https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
const FIRST_ANSWER_MS = 3_000;
/** How long the token is good for after that (ms). */
const TOKEN_LIVES_MS = 15 * 60_000;

/** What the person sees of the first answer. */
export interface Outcome {
  error: string | null;
  form: StoredForm | null;
  ephemeral: StoredMessage | null;
  choices: Json[];
}

/** What a person did, for the app to answer. */
export interface Asked {
  type: InteractionType;
  person: string;
  channel: string;
  data: (reader: Reader) => Json;
  name?: string | null;
  commandType?: number | null;
  source?: string | null;
}

/** Interactions between being sent and being answered. */
export interface Interactions {
  /** Resolves at the first answer, or after three seconds without one. */
  ask(asked: Asked): Promise<Outcome>;
  /**
   * The interaction an app is about to answer first.
   * @throws {ApiRefusal} 10062, 40060
   */
  unanswered(id: string, token: string): StoredInteraction;
  /**
   * The interaction whose token an app uses after its first answer.
   * @throws {ApiRefusal} 10015, 50027
   */
  answered(application: string, token: string): StoredInteraction;
  /** Stores the first answer and lets the person see it. */
  settle(
    interaction: StoredInteraction,
    kind: number,
    original: string | null,
    outcome: Partial<Outcome>,
  ): void;
  close(): void;
}

const NOTHING: Outcome = { error: null, form: null, ephemeral: null, choices: [] };
const NO_ANSWER: Outcome = { ...NOTHING, error: 'The application did not respond' };

export function createInteractions(world: World, faults: Faults, events: Events): Interactions {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  for (const old of world.interactions.values()) {
    if (world.now().getTime() - Date.parse(old.at) > TOKEN_LIVES_MS) world.interactions.delete(old.token);
  }
  const ageMs = ({ at }: StoredInteraction) => world.now().getTime() - Date.parse(at);

  return {
    ask({ type, person, channel, data, name = null, commandType = null, source = null }) {
      const interaction: StoredInteraction = {
        id: world.nextId(),
        token: randomBytes(48).toString('base64url'),
        type,
        person,
        channel,
        at: world.now().toISOString(),
        name,
        commandType,
        source,
        answered: null,
        original: null,
      };
      world.interactions.set(interaction.token, interaction);
      return new Promise((resolve) => {
        const finish = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(interaction.id);
          resolve(outcome);
        };
        const timer = setTimeout(() => finish(NO_ANSWER), FIRST_ANSWER_MS);
        waiting.set(interaction.id, finish);
        events.emit({
          name: 'INTERACTION_CREATE',
          intent: 0,
          channel: null,
          isDirect: world.channel(channel)?.type === 1,
          byBot: false,
          data: (reader) => interactionWire(world, interaction, data(reader), faults.missingScopes(), reader),
        });
      });
    },
    unanswered(id, token) {
      const interaction = world.interactions.get(token);
      if (!interaction || interaction.id !== id) throw new ApiRefusal(10062);
      if (interaction.answered !== null) throw new ApiRefusal(40060);
      if (ageMs(interaction) > FIRST_ANSWER_MS) throw new ApiRefusal(10062);
      return interaction;
    },
    answered(application, token) {
      const interaction = application === world.seed.bot.appId ? world.interactions.get(token) : undefined;
      if (!interaction || interaction.answered === null) throw new ApiRefusal(10015);
      if (ageMs(interaction) > TOKEN_LIVES_MS) throw new ApiRefusal(50027);
      return interaction;
    },
    settle(interaction, kind, original, outcome) {
      interaction.answered = kind;
      interaction.original = original;
      world.interactions.set(interaction.token, interaction);
      waiting.get(interaction.id)?.({ ...NOTHING, ...outcome });
    },
    close() {
      for (const finish of waiting.values()) finish(NO_ANSWER);
    },
  };
}

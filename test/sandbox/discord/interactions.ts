import { type Client, Events, type Interaction, Routes } from 'discord.js';
import { BOT, GUILD, type Host, next } from './host.ts';

/** As few as show both ways in: one that is typed, and one in the menu of a message. */
const COMMANDS = [
  { name: 'hello', description: 'Says hello' },
  { name: 'Flag as feedback', type: 3 },
];

/** A client whose app has commands. */
export async function withCommands(host: Host): Promise<Client> {
  await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), { body: COMMANDS });
  return host.login();
}

/** Answers the next interaction, keeping it and what went wrong for the test. */
export async function answerNext<T extends Interaction>(
  client: Client,
  act: (interaction: T) => Promise<unknown>,
): Promise<T> {
  const [interaction] = await next(client, Events.InteractionCreate);
  await act(interaction as T);
  return interaction as T;
}

import { App, type BlockAction, LogLevel, SocketModeReceiver } from '@slack/bolt';
import {
  type APIModalInteractionResponseCallbackData,
  Client,
  Events,
  type Interaction,
  MessageFlags,
  Routes,
} from 'discord.js';
import { discordSeed } from '../../../sandbox/seed.ts';
import type { Sandbox } from '../../../sandbox/server.ts';

/** An app in both communities that does one thing of each kind, through the platforms' own clients. */
export interface Apps {
  slack: App;
  discord: Client;
  stop(): Promise<void>;
}

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** `/feedback` answers only the person; the button and the menu open a form; the form answers only the person. */
export async function startApps(sandbox: Sandbox): Promise<Apps> {
  const slack = await startSlack(sandbox);
  const discord = await startDiscord(sandbox);
  return {
    slack,
    discord,
    stop: async () => {
      await slack.stop();
      await discord.destroy();
    },
  };
}

async function startSlack({ env }: Sandbox): Promise<App> {
  const clientOptions = { slackApiUrl: env['SLACK_API_URL']!, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: env['SLACK_APP_TOKEN']!,
    installerOptions: { clientOptions },
    logger: quiet,
  });
  const app = new App({ token: env['SLACK_BOT_TOKEN']!, receiver, clientOptions, logger: quiet });
  const view = {
    type: 'modal' as const,
    callback_id: 'note',
    title: { type: 'plain_text' as const, text: 'A note' },
    submit: { type: 'plain_text' as const, text: 'Save' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'text',
        label: { type: 'plain_text' as const, text: 'Text' },
        element: { type: 'plain_text_input' as const, action_id: 'text' },
      },
    ],
  };
  app.command('/feedback', async ({ ack, command }) => ack(`heard ${command.text}`));
  app.shortcut('flag', async ({ ack, client, body }) => {
    await client.views.open({ trigger_id: body.trigger_id, view });
    await ack();
  });
  app.action('note', async ({ ack, client, body }) => {
    await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view });
    await ack();
  });
  app.view('note', async ({ ack, view: sent }) => {
    const { value } = sent.state.values['text']!['text']!;
    if (value === 'empty') await ack({ response_action: 'errors', errors: { text: 'Say a little more.' } });
    else await ack();
  });
  await app.start();
  return app;
}

async function startDiscord({ env }: Sandbox): Promise<Client> {
  const client = new Client({ intents: ['Guilds'], rest: { api: env['DISCORD_API_URL']!, version: '10' } });
  const form = {
    title: 'A note',
    custom_id: 'note',
    components: [{ type: 1, components: [{ type: 4, custom_id: 'text', style: 1, label: 'Text' }] }],
  } satisfies APIModalInteractionResponseCallbackData;
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) {
      const content = `heard ${interaction.options.getString('text')}`;
      void interaction.reply({ content, flags: MessageFlags.Ephemeral });
    } else if (interaction.isModalSubmit()) {
      const content = `noted ${interaction.fields.getTextInputValue('text')}`;
      void interaction.reply({ content, flags: MessageFlags.Ephemeral });
    } else if (interaction.isMessageContextMenuCommand() || interaction.isButton()) {
      void interaction.showModal(form);
    }
  });
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  await client.login(env['DISCORD_TOKEN']);
  await ready;
  await client.rest.put(Routes.applicationGuildCommands(discordSeed.bot.appId, discordSeed.id), {
    body: [
      {
        name: 'feedback',
        description: 'Feedback',
        options: [{ type: 3, name: 'text', description: 'What', required: true }],
      },
      { name: 'Flag as feedback', type: 3 },
    ],
  });
  return client;
}

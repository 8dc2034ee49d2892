import { SocketModeClient } from '@slack/socket-mode';
import { SLACK_APP_TOKEN } from '../../../sandbox/seed.ts';
import { inbox, quiet, type Workspace } from './workspace.ts';

export interface Envelope {
  ack: (response?: Record<string, unknown>) => Promise<void>;
  type: string;
  envelope_id: string;
  retry_num?: number;
  retry_reason?: string;
  body: {
    event_id: string;
    authorizations: unknown[];
    event: Record<string, unknown> & { type: string; subtype?: string; text?: string };
  };
}

/**
 * The bare Socket Mode client, which acknowledges nothing by itself.
 * @param patienceMs how long it waits for a pong, and after a lost connection before it knocks again
 */
export async function connect(workspace: Workspace, patienceMs = 20_000) {
  const client = new SocketModeClient({
    appToken: SLACK_APP_TOKEN,
    logger: quiet,
    clientPingTimeout: patienceMs,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
  });
  const heard = inbox<Envelope>();
  client.on('slack_event', (envelope: Envelope) => heard.put(envelope));
  await client.start();
  workspace.before(() => client.disconnect());
  return { client, heard };
}

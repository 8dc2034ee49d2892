import { SocketModeClient } from '@slack/socket-mode';
import { isRecord, parseRecord } from './records.ts';

/** An envelope of Socket Mode's: what Slack has to say, and the way to say "received". */
export interface Envelope {
  body: Record<string, unknown>;
  ack: (response?: unknown) => Promise<void>;
}

/**
 * Slack's client without two of its traps: a payload without an inner event (`app_rate_limited`) and anything else it
 * stumbles over end in an unhandled rejection there, which ends the process.
 */
export class SocketClient extends SocketModeClient {
  /** Called with every payload that Slack's client can't deliver itself. */
  onEventless: (envelope: Envelope) => void = () => undefined;
  /** Why Slack has asked us to leave this connection: `warning`, `refresh_requested`, `link_disabled`; null when it has not. */
  askedAway: string | null = null;

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const message = typeof data === 'string' ? parseRecord(data) : null;
    if (!message) return;
    const { type, envelope_id: id, payload } = message;
    if (type === 'disconnect') this.askedAway = String(message['reason']);
    if (type === 'events_api' && !(isRecord(payload) && isRecord(payload['event']))) {
      const body = isRecord(payload) ? payload : {};
      this.onEventless({ body, ack: () => this.acknowledge(String(id)) });
      return;
    }
    await super.onWebSocketMessage(data, isBinary).catch((error: unknown) => this.emit('error', error));
  }

  private acknowledge(envelopeId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const message = JSON.stringify({ envelope_id: envelopeId });
      this.websocket?.send(message, (error) => (error ? reject(error) : resolve()));
    });
  }
}

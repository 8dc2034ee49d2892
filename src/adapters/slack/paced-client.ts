import { WebAPIRateLimitedError, type WebAPICallResult, type WebClientOptions } from '@slack/web-api';
import type { Pace } from '../../chat/pace.ts';
import { createSharedCalls } from '../../net/shared-calls.ts';
import { methodKey, ticketOf, tollOf } from './budgets.ts';
import { TokenClient } from './token-client.ts';
import type { TokenSource } from './token-source.ts';

/** By what calls are counted. */
export interface Pacing {
  pace: Pace;
  /** Whose limits they are. */
  workspace: () => Promise<string>;
}

/** A client whose calls wait for their turn, or say how long they would have to. */
export class PacedClient extends TokenClient {
  readonly #pacing: Pacing;
  readonly #shared = createSharedCalls();
  /** Its calls change nothing, so equal ones that are under way together are one. */
  readonly #isReading: boolean;

  constructor(tokens: TokenSource, options: WebClientOptions, pacing: Pacing, isReading: boolean) {
    super(tokens, options);
    this.#pacing = pacing;
    this.#isReading = isReading;
  }

  override async apiCall(method: string, args: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    const { pace } = this.#pacing;
    const workspace = await this.#pacing.workspace();
    const ticket = ticketOf(method, args, workspace);
    const call = async () => {
      await pace.turn(ticket, tollOf(method, args, workspace));
      return this.#call(method, args, workspace);
    };
    return this.#isReading ? this.#shared(`${pace.isUrgent() ? 'urgent' : ''}${ticket}`, call) : call();
  }

  /** Before a call with the same arguments. @throws {RateLimited} */
  async awaitTurn(method: string, args: Record<string, unknown>): Promise<void> {
    const workspace = await this.#pacing.workspace();
    const toll = tollOf(method, args, workspace);
    await this.#pacing.pace.turnAhead(ticketOf(method, args, workspace), toll);
  }

  async #call(method: string, args: Record<string, unknown>, workspace: string): Promise<WebAPICallResult> {
    try {
      return await super.apiCall(method, args);
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError)
        await this.#pacing.pace.hold(methodKey(method, workspace), error.retryAfter * 1_000, 'limited');
      throw error;
    }
  }
}

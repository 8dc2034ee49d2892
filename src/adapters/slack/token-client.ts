import { WebAPIPlatformError, WebClient, type WebAPICallResult, type WebClientOptions } from '@slack/web-api';
import { isTokenRefused, type TokenSource } from './token-source.ts';

/** A client that asks for its token with each call, since tokens are renewed and apps installed again. */
export class TokenClient extends WebClient {
  readonly #tokens: TokenSource;

  constructor(tokens: TokenSource, options: WebClientOptions) {
    super(undefined, options);
    this.#tokens = tokens;
  }

  override async apiCall(method: string, args: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    const token = await this.#tokens.current();
    try {
      return await super.apiCall(method, { ...args, token });
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError) || !isTokenRefused(error.data.error)) throw error;
      // A call whose token was refused was not carried out: it can be made again.
      return super.apiCall(method, { ...args, token: await this.#tokens.instead(token, error) });
    }
  }
}

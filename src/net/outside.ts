import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch, type Response } from 'undici';
import { AppError, PlatformRefused } from '../errors.ts';
import { isPublicAddress } from './public-address.ts';

const REDIRECTS_MAX = 3;

export type OutsideResponse = Response;

export interface OutsideOptions {
  /** Who the addresses come from, for errors. */
  who: string;
  /** Whether an address may be asked at all; every redirect is asked about again. */
  mayAsk(url: URL): boolean;
  /** An origin that may be anywhere, since the operator has set it (a proxy, the sandbox). */
  ownOrigin: string;
  /** For tests: how names become addresses. */
  lookup?: typeof systemLookup;
}

/** Follows redirects. @throws {PlatformRefused} `foreign_host`, `private_address`, `too_many_redirects`; else what `fetch` throws */
export type Outside = (
  url: string,
  request: { headers?: Record<string, string>; signal: AbortSignal },
) => Promise<Response>;

/**
 * Reads what is at an address that somebody else gave us. The name is resolved once and the connection goes to exactly what was
 * checked, so that a name cannot point elsewhere a moment later.
 */
export function createOutside({ who, mayAsk, ownOrigin, lookup = systemLookup }: OutsideOptions): Outside {
  const guarded = publicAgent(who, lookup);

  return async (from, { headers = {}, signal }) => {
    let url = from;
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      const parsed = URL.canParse(url) ? new URL(url) : null;
      const isOwn = parsed?.origin === ownOrigin;
      if (!parsed || parsed.username || parsed.password || !(isOwn || mayAsk(parsed)))
        throw new PlatformRefused(who, 'foreign_host', null);
      const response = await fetch(parsed, {
        headers,
        signal,
        redirect: 'manual',
        ...(!isOwn && { dispatcher: guarded }),
      }).catch(rethrowOurs);
      const location =
        response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (!location) return response;
      await response.body?.cancel();
      url = URL.canParse(location, url) ? new URL(location, url).href : location;
    }
    throw new PlatformRefused(who, 'too_many_redirects', null);
  };
}

/** @returns null when there is more than `maxBytes`, whatever was said of its size; the rest is not read. */
export async function readAtMost({ body, headers }: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(headers.get('content-length')) > maxBytes) {
    await body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> | null = body;
  // Leaving the loop early cancels the rest.
  for await (const part of stream ?? []) {
    size += part.byteLength;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** For `fetch`: connects to public addresses alone. @param who as errors call it */
export function publicAgent(who: string, lookup: typeof systemLookup = systemLookup): Agent {
  return new Agent({ connect: publicOnly(who, lookup) });
}

/** Opens no connection to an address that is not public, by name or by number. */
function publicOnly(who: string, resolve: typeof systemLookup): buildConnector.connector {
  const refusal = () => new PlatformRefused(who, 'private_address', null);
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error('not found'), '');
      // One private address among public ones is an attack or a mistake; neither is worth the risk.
      if (!found.every(({ address }) => isPublicAddress(address))) return callback(refusal(), '');
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup });
  return (options, callback) => {
    const literal = options.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(literal) && !isPublicAddress(literal)) return callback(refusal(), null);
    return connect(options, callback);
  };
}

/** `fetch` hides what went wrong in its cause. */
function rethrowOurs(error: unknown): never {
  const { cause } = error instanceof Error ? error : {};
  throw cause instanceof AppError ? cause : error;
}

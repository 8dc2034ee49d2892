import type { IncomingMessage } from 'node:http';
import { ApiRefusal, type Json } from '../types.ts';

/** The arguments of a call, from a form (everything a string, objects as JSON) or from a JSON body. */
export interface Args {
  text(name: string): string | undefined;
  flag(name: string): boolean;
  number(name: string): number | undefined;
  /** An object or list. @throws {ApiRefusal} with `code` when it is no JSON. */
  json(name: string, code: string): unknown;
}

/** Largest body read (bytes), well over the largest message. */
const BODY_MAX = 5_000_000;

/** @throws {ApiRefusal} `request_too_large` */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_MAX) throw new ApiRefusal('request_too_large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** @throws {ApiRefusal} `invalid_json` */
export function parseArgs(request: IncomingMessage, body: string): Args {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  return argsOf({
    ...query,
    ...(isJson ? parseJson(body, 'invalid_json') : Object.fromEntries(new URLSearchParams(body))),
  });
}

/** Arguments that are there already, such as the body of a response_url. */
export function argsOf(values: Json): Args {
  const get = (name: string) => values[name] ?? undefined;
  return {
    text: (name) => {
      const value = get(name);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    },
    flag: (name) =>
      ['true', '1'].includes(
        JSON.stringify(get(name) ?? null)
          .replaceAll('"', '')
          .toLowerCase(),
      ),
    number: (name) => {
      const value = get(name);
      return value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
    },
    json: (name, code) => {
      const value = get(name);
      return typeof value === 'string' && value !== ''
        ? parseJson(value, code)
        : value === ''
          ? undefined
          : value;
    },
  };
}

function parseJson(text: string, code: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ApiRefusal(code);
  }
}

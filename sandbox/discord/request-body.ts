import type { IncomingMessage } from 'node:http';
import { newFile, type NewFile } from './new-file.ts';
import { ApiRefusal } from './refusal.ts';
import type { Json } from './types.ts';

/** Longest body of a call (bytes). https://docs.discord.com/developers/reference#uploading-files */
const BODY_MAX = 25 * 1_024 * 1_024;

export interface Body {
  body: Json;
  files: Map<number, NewFile>;
}

/**
 * Reads a JSON or multipart body. No body is an empty object.
 * @throws {ApiRefusal} 50109 for what is not JSON, 40005 for too much.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readAll(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: {}, files: new Map() };
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  return { body: parseObject(bytes.toString('utf8')), files: new Map() };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_MAX) chunks.push(chunk);
  }
  if (size > BODY_MAX) throw new ApiRefusal(40005);
  return Buffer.concat(chunks);
}

function parseObject(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiRefusal(50109);
  }
  // The bulk overwrite of commands is a list.
  if (Array.isArray(value)) return { list: value };
  if (typeof value !== 'object' || value === null) throw new ApiRefusal(50109);
  return value as Json;
}

/** https://docs.discord.com/developers/reference#uploading-files */
async function readMultipart(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new ApiRefusal(50109);
    });
  const payload = form.get('payload_json');
  const files = new Map<number, NewFile>();
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const content = Buffer.from(await value.arrayBuffer());
    files.set(Number(index), newFile(value.name, value.type, content));
  }
  return { body: typeof payload === 'string' ? parseObject(payload) : {}, files };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { SandboxRefusal } from '../platform.ts';

/** The largest body the control API reads: a message with a few screenshots, as base64. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** The caller of the control API made a mistake. `where` names the field at fault, null when it is the request itself. */
export class ApiFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly where: string | null;

  constructor(status: number, code: string, message: string, where: string | null = null) {
    super(message);
    this.name = 'ApiFault';
    this.status = status;
    this.code = code;
    this.where = where;
  }
}

/** Sends one JSON answer that nothing may keep. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(bytes);
}

/**
 * Answers with what went wrong: the caller's mistake as it is, the platform's refusal as 409, anything else as 500.
 * After the headers are out the connection is cut instead.
 */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof ApiFault) {
    const { status, code, message, where } = error;
    sendJson(response, status, { error: { code, message, where } });
  } else if (error instanceof SandboxRefusal) {
    sendJson(response, 409, { error: { code: error.code, message: error.message } });
  } else {
    warnOf(error);
    sendJson(response, 500, {
      error: { code: 'internal', message: 'The sandbox has a fault of its own; its output says where.' },
    });
  }
}

/** A fault in the sandbox itself goes to the process's output: where it happened, not the words people typed. */
function warnOf(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.emitWarning(
    [error instanceof Error ? error.name : 'unknown error', ...frames].join('\n'),
    'SandboxFault',
  );
}

/**
 * The JSON body of a request; an empty one is `{}`. Only `application/json` is read: a web page of somebody else's
 * cannot send that here without the browser asking first.
 * @throws {ApiFault} wrong_content_type, too_large, bad_json
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  if (!isJson && (request.method === 'POST' || hasBody(request))) {
    throw new ApiFault(
      415,
      'wrong_content_type',
      'Send JSON, with the header "content-type: application/json".',
    );
  }
  const text = await readBody(request);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiFault(400, 'bad_json', 'The body is not valid JSON.');
  }
}

function hasBody(request: IncomingMessage): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0);
  if (size > MAX_BODY_BYTES) throw tooLarge(request);
  size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge(request);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What is still coming is read and forgotten, so that the caller gets to see the answer. */
function tooLarge(request: IncomingMessage): ApiFault {
  request.resume();
  return new ApiFault(413, 'too_large', `A body may have at most ${MAX_BODY_BYTES / 1024 / 1024} MB.`);
}

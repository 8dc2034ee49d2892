import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuseByFault, type WebApi } from './api/index.ts';
import type { Ground } from './api/method.ts';
import { UPLOAD_PATH } from './api/uploads.ts';

/** Takes the bytes of an upload: as many as were announced. @returns false when the path is not one of an upload */
export async function serveUpload(
  ground: Ground,
  request: IncomingMessage,
  response: ServerResponse,
  note: WebApi['note'],
): Promise<boolean> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!pathname.startsWith(UPLOAD_PATH)) return false;
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const bytes = Buffer.concat(parts);
  if (refuseByFault(ground, 'upload', response, note)) return true;
  const [id = '', ticket = ''] = pathname.slice(UPLOAD_PATH.length).split('/');
  const file = ground.messages.file(id);
  const isMeant = file?.upload?.ticket === ticket && !file.upload.isComplete;
  const status =
    request.method !== 'POST' || !isMeant ? 404 : bytes.length === file.upload?.length ? 200 : 400;
  if (status === 200 && file) ground.messages.saveFile({ ...file, base64: bytes.toString('base64') });
  note('upload', status, status === 200 ? null : 'upload_failed');
  if (ground.faults.take('lost_answer', 'upload')) {
    response.socket?.destroy();
    return true;
  }
  response
    .writeHead(status, { 'content-type': 'text/plain' })
    .end(status === 200 ? `OK - ${bytes.length}` : '');
  return true;
}

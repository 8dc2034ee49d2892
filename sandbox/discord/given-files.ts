import type { UploadedFile } from '../platform.ts';
import { givenPath } from './cdn.ts';
import { newFile } from './new-file.ts';
import type { Json, StoredBlob } from './types.ts';
import type { World } from './world.ts';

/** Keeps files that somebody gave to a command or form. They stand in no message. */
export function keepGiven(world: World, channel: string, files: UploadedFile[]): StoredBlob[] {
  return files.map(({ name, mime, base64 }) => {
    const file = newFile(name, mime, Buffer.from(base64, 'base64'));
    const blob = { id: world.nextId(), channel, name: file.name, mime: file.mime, base64 };
    world.blobs.set(blob.id, blob);
    return blob;
  });
}

/** As `resolved.attachments` of an interaction has them. @param host of the server they are fetched from */
export function resolvedFiles(world: World, blobs: StoredBlob[], host: string): Record<string, Json> {
  return Object.fromEntries(
    blobs.map((blob) => {
      const url = `http://${host}${givenPath(world, blob)}`;
      const { id, name: filename, mime, base64 } = blob;
      const size = Buffer.byteLength(base64, 'base64');
      return [id, { id, filename, size, content_type: mime, url, proxy_url: url, ephemeral: true }];
    }),
  );
}

import { maySee } from '../../cases/access.ts';
import type { Page } from '../page.ts';

/** Pictures that browsers draw and nothing else, by how their bytes begin (in hexadecimal digits). */
const PICTURES: readonly { contentType: string; begins: readonly [at: number, bytes: string][] }[] = [
  { contentType: 'image/png', begins: [[0, '89504e470d0a1a0a']] },
  { contentType: 'image/jpeg', begins: [[0, 'ffd8ff']] },
  { contentType: 'image/gif', begins: [[0, '47494638']] },
  {
    contentType: 'image/webp',
    begins: [
      [0, '52494646'],
      [8, '57454250'],
    ],
  },
];

/** What the first of a file's bytes tell. */
const HEAD = 16;

/** An attachment: a picture to look at, anything else to save. Whoever sees the case sees it, and nobody else. */
export const file: Page = {
  name: 'file',
  method: 'GET',
  path: '/cases/:number/files/:file',
  allow: 'departments',
  async handle({ visitor, rooms, params }) {
    const { number = '', file: id = '' } = params;
    if (!/^[1-9]\d{0,8}$/.test(number) || !/^[1-9]\d{0,14}$/.test(id)) return { type: 'missing' };
    const { workspace, userId, standing } = visitor;
    const key = { workspaceId: workspace.id, number: Number(number) };
    const guard = await rooms.store.guard(key);
    if (!guard || !maySee(standing, guard)) return { type: 'missing' };
    const found = await rooms.pages.file(key, Number(id));
    const bytes = found && (await rooms.store.fileBytes(workspace.id, Number(id)));
    if (!found || !bytes) return { type: 'missing' };
    await rooms.audit.note({
      workspaceId: workspace.id,
      actorId: userId,
      action: 'file_shown',
      detail: { case: number },
    });
    // What the platform said of it is not believed: bytes that are no picture are never shown as one.
    const head = Buffer.from(bytes.subarray(0, HEAD)).toString('hex');
    const picture = PICTURES.find(({ begins }) =>
      begins.every(([at, sign]) => head.startsWith(sign, 2 * at)),
    );
    return {
      type: 'file',
      file: picture
        ? { name: found.name, contentType: picture.contentType, body: bytes, isPicture: true }
        : { name: found.name, contentType: 'application/octet-stream', body: bytes },
    };
  },
};

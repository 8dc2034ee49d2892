import { workspaceOf } from '../../policy/lookup.ts';
import type { Page } from '../page.ts';

/** The button of the download page: the link is used up, and the file comes. */
export const fetchDownload: Page = {
  name: 'fetch-download',
  method: 'POST',
  path: '/download/:token',
  allow: 'link',
  async handle({ token, rooms }) {
    const { door, downloads, policy } = rooms;
    const person = await door.lookAt(token, 'download');
    if (!person || !workspaceOf(policy(person.workspaceId), person.workspaceId)) return { type: 'spent' };
    const taken = await door.takeDownload(token);
    const { workspaceId, userId, what = '' } = taken ?? {};
    const [name = '', which = ''] = what.split(':', 2);
    const make = Object.hasOwn(downloads, name) ? downloads[name] : undefined;
    if (!make || workspaceId === undefined || userId === undefined) return { type: 'spent' };
    const file = await make({ workspaceId, userId }, which);
    return file ? { type: 'file', file } : { type: 'spent' };
  },
};

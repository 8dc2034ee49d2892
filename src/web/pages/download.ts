import { workspaceOf } from '../../policy/lookup.ts';
import type { Page } from '../page.ts';

/** Where a link to something to be downloaded leads. Like the sign-in page, it uses nothing up. */
export const download: Page = {
  name: 'download',
  method: 'GET',
  path: '/download/:token',
  allow: 'link',
  async handle({ token, rooms, names, texts }) {
    const person = await rooms.door.lookAt(token, 'download');
    const workspace = person && workspaceOf(rooms.policy(person.workspaceId), person.workspaceId);
    if (!person || !workspace) return { type: 'spent' };
    const nameOf = await names(person.workspaceId, [person.userId]);
    return {
      type: 'show',
      view: 'download',
      data: { name: nameOf(person.userId), ready: texts.dashboard.door.ready(workspace.name) },
    };
  },
};

import { workspaceOf } from '../../policy/lookup.ts';
import type { Page } from '../page.ts';
import { visitorOf } from '../visitor.ts';

/** Where a link from the chat leads. It uses nothing up: previews and scanners open links too, and press no buttons. */
export const signIn: Page = {
  name: 'sign-in',
  method: 'GET',
  path: '/enter/:token',
  allow: 'link',
  async handle({ token, rooms }) {
    const person = await rooms.door.lookAt(token, 'dashboard');
    const visitor = person && (await visitorOf(person, rooms));
    if (!visitor) return { type: 'spent' };
    const community = workspaceOf(visitor.policy, visitor.workspace.id)?.name ?? '';
    return { type: 'show', view: 'sign-in', data: { name: visitor.name, community } };
  },
};

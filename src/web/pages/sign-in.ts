import { workspaceOf } from '../../policy/lookup.ts';
import type { Page } from '../page.ts';
import { visitorOf } from '../visitor.ts';

/** Where a link from the chat leads. It uses nothing up: previews and scanners open links too, and press no buttons. */
export const signIn: Page = {
  name: 'sign-in',
  method: 'GET',
  path: '/enter/:token',
  allow: 'link',
  async handle({ token, rooms, languages }) {
    const person = await rooms.door.lookAt(token, 'dashboard');
    const visitor = person && (await visitorOf(person, rooms, languages));
    if (!visitor) return { type: 'spent' };
    const community = workspaceOf(visitor.policy, visitor.workspace.id)?.name ?? '';
    const { door: words } = visitor.texts.dashboard;
    return {
      type: 'show',
      view: 'sign-in',
      data: { texts: visitor.texts, name: visitor.name, opens: words.opens(community) },
    };
  },
};

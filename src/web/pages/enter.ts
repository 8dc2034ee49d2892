import type { Page } from '../page.ts';
import { visitorOf } from '../visitor.ts';

/** The button of the sign-in page: the link is used up, and a session takes its place. */
export const enter: Page = {
  name: 'enter',
  method: 'POST',
  path: '/enter/:token',
  allow: 'link',
  async handle({ token, session, rooms, languages }) {
    const { door, audit } = rooms;
    const person = await door.lookAt(token, 'dashboard');
    // Asked before the link is used up: a platform that is down must not cost it.
    if (!person || !(await visitorOf(person, rooms, languages))) return { type: 'spent' };
    const entered = await door.enter(token, session);
    if (!entered) return { type: 'spent' };
    await audit.note({
      workspaceId: entered.workspaceId,
      actorId: entered.userId,
      action: 'dashboard_opened',
    });
    return { type: 'go', to: '/', signIn: entered.session };
  },
};

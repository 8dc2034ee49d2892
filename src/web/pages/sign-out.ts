import type { Page } from '../page.ts';

export const signOut: Page = {
  name: 'sign-out',
  method: 'POST',
  path: '/sign-out',
  allow: 'session',
  async handle({ session, rooms }) {
    await rooms.door.leave(session);
    return { type: 'go', to: '/', signOut: true };
  },
};

import { link, time } from '../chat/rich.ts';
import { say, type Command } from './desk/command.ts';

/** `/feedback dashboard`: a way into the browser, for this person, once. Asked twice, it gives two; only a few stay open. */
export const dashboard: Command = {
  name: 'dashboard',
  summary: 'Your cases in the browser, by a link that works once',
  options: [],
  mayOpenForm: false,
  allow: 'departments',
  async run({ command, workspace, links }) {
    const made = await links.createDashboard({ workspaceId: workspace.id, userId: command.by.userId });
    if (!made)
      return say(
        'There is no dashboard here yet: whoever runs Hearback has to set PUBLIC_URL to where browsers reach it. Until then, /feedback list and /feedback show tell the same.',
      );
    return say(
      link('Open the dashboard', made.url),
      '. The link is for you alone: it works once, until ',
      time(made.expiresAt),
      '. Do not pass it on.',
    );
  },
};

import { link, time } from '../chat/rich.ts';
import { say, type Command } from './desk/command.ts';

/** `/feedback dashboard`: a way into the browser, for this person, once. Asked twice, it gives two; only a few stay open. */
export const dashboard: Command = {
  name: 'dashboard',
  summary: ({ commands }) => commands.dashboard.summary,
  options: [],
  mayOpenForm: false,
  allow: 'departments',
  async run({ command, workspace, links, texts }) {
    const made = await links.createDashboard({ workspaceId: workspace.id, userId: command.by.userId });
    const { dashboard: words } = texts.commands;
    if (!made) return say(words.noAddress);
    return say(...words.onlyYours(link(words.open, made.url), time(made.expiresAt)));
  },
};

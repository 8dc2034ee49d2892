import type { Workspace } from './workspace.ts';

export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** Somebody says something; gives the message's `ts`. */
export const said = (workspace: Workspace, channel = 'C0GENERAL', as = 'U0ALMA', text = 'It is broken') =>
  say(workspace, text, channel, as).message;

/** The same with more to it, such as files or a thread. */
export const say = (
  { slack }: Workspace,
  text: string,
  channel = 'C0GENERAL',
  as = 'U0ALMA',
  more: object = {},
) => slack.createMessage({ as, channel, text, ...more });

/** What somebody sees in a channel or thread. */
export const shown = ({ slack }: Workspace, channel: string, as = 'U0MIA', thread?: string) =>
  slack.messages({ as, channel, ...(thread ? { thread } : {}) });

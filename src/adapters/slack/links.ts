import type { MessageRef } from '../../chat/ref.ts';
import type { Identity } from './identity.ts';

/** `https://riverside.slack.com/archives/C012/p1700000000000100?thread_ts=…&cid=C012`: what Slack's "Copy link" gives. */
const PATH = /\/archives\/([CDG][A-Z0-9]+)\/p(\d{10})(\d{6})$/;

/** The link to a message, as chat.getPermalink would give it. */
export function linkTo({ url }: Identity, channelId: string, ts: string, rootTs: string | undefined): string {
  const thread = rootTs ? `?thread_ts=${rootTs}&cid=${channelId}` : '';
  return `${url}archives/${channelId}/p${ts.replace('.', '')}${thread}`;
}

/** @param identity null while Slack has not said which workspace is ours; then any of Slack's addresses will do. */
export function parseLink(workspaceId: string, link: string, identity: Identity | null): MessageRef | null {
  const address = /^<([^|>]*)(?:\|[^>]*)?>$/.exec(link.trim())?.[1] ?? link.trim();
  if (!URL.canParse(address)) return null;
  const { origin, hostname, pathname } = new URL(address);
  const ours = identity
    ? identity.workspaceId === workspaceId && origin === new URL(identity.url).origin
    : hostname.endsWith('.slack.com');
  const [, channelId, seconds, micros] = PATH.exec(pathname) ?? [];
  return ours && channelId ? { workspaceId, channelId, messageId: `${seconds}.${micros}` } : null;
}

import type { SandboxPlatform } from '../platform.ts';
import { ApiFault } from './http.ts';

/**
 * The id of somebody given by id or by name (`Alma Berg`, any case).
 * @throws {ApiFault} unknown_person, naming everybody there is.
 */
export function personId(platform: SandboxPlatform, given: string, where: string): string {
  const { people } = platform.community();
  const wanted = fold(given.replace(/^@/, ''));
  const found = people.find(({ id }) => id === given) ?? people.find(({ name }) => fold(name) === wanted);
  if (found) return found.id;
  const names = people.map(({ name }) => name).join(', ');
  throw new ApiFault(400, 'unknown_person', `Nobody there is called that. There are: ${names}.`, where);
}

/**
 * The id of a channel given by id or by name (`general`, `#general`), or as `@hearback`: the direct messages of `as`
 * with that person. Any other text is taken for an id only the platform knows (a thread, a direct message).
 * @throws {ApiFault} unknown_channel for a `#name` that does not exist.
 */
export function channelId(platform: SandboxPlatform, given: string, as: string, where: string): string {
  const { channels } = platform.community();
  if (given.startsWith('@')) return directChannel(platform, given, as, where);
  const wanted = fold(given.replace(/^#/, ''));
  const found = channels.find(({ id }) => id === given) ?? channels.find(({ name }) => fold(name) === wanted);
  if (found) return found.id;
  if (!given.startsWith('#')) return given;
  const names = channels.map(({ name }) => `#${name}`).join(', ');
  throw new ApiFault(400, 'unknown_channel', `No channel is called that. There are: ${names}.`, where);
}

function directChannel(platform: SandboxPlatform, given: string, as: string, where: string): string {
  const other = personId(platform, given, where);
  const open = platform.inbox(as).directMessages.find((conversation) => conversation.with.id === other);
  // Without a conversation yet the person's id stands for it; a platform that opens none this way refuses.
  return open?.channel ?? other;
}

function fold(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

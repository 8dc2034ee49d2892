import type { z } from 'zod';
import type { SandboxPlatform } from '../platform.ts';
import { check, inputs } from './input.ts';
import { channelId, personId } from './names.ts';

/** One method of a platform as a request: reads and checks what came in, answers with what the method returns. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After `/sandbox/api/<platform>/`. */
  path: string;
  /** The HTTP status when it went well. */
  status: 200 | 201;
  /** @throws {ApiFault | SandboxRefusal} */
  run(platform: SandboxPlatform, given: unknown): unknown;
}

/** What void methods answer. */
const DONE = { ok: true };

function route<T>(
  method: Route['method'],
  path: string,
  schema: z.ZodType<T>,
  run: (platform: SandboxPlatform, input: T) => unknown,
  status: Route['status'] = 200,
): Route {
  return { method, path, status, run: (platform, given) => run(platform, check(schema, given)) };
}

/** The same input with ids in place of the names a person may have typed. */
function resolved<T extends { as: string; channel: string }>(platform: SandboxPlatform, input: T): T {
  const as = personId(platform, input.as, 'as');
  return { ...input, as, channel: channelId(platform, input.channel, as, 'channel') };
}

/** Every route that belongs to one platform. docs/sandbox.md has an example of each. */
export const ROUTES: readonly Route[] = [
  route('GET', 'messages', inputs.list, (platform, { limit, ...query }) => {
    const messages = platform.messages(resolved(platform, query));
    return limit === undefined ? messages : messages.slice(-limit);
  }),
  route('GET', 'inbox', inputs.inbox, (platform, { as }) => platform.inbox(personId(platform, as, 'as'))),
  route(
    'POST',
    'messages',
    inputs.createMessage,
    (platform, input) => platform.createMessage(resolved(platform, input)),
    201,
  ),
  route('PATCH', 'messages', inputs.editMessage, (platform, input) => {
    platform.editMessage(resolved(platform, input));
    return DONE;
  }),
  route('DELETE', 'messages', inputs.deleteMessage, (platform, input) => {
    platform.deleteMessage(resolved(platform, input));
    return DONE;
  }),
  route('POST', 'reactions', inputs.reaction, (platform, input) => {
    platform.react({ ...resolved(platform, input), present: true });
    return DONE;
  }),
  route('DELETE', 'reactions', inputs.reaction, (platform, input) => {
    platform.react({ ...resolved(platform, input), present: false });
    return DONE;
  }),
  route('POST', 'commands', inputs.command, (platform, input) => platform.command(resolved(platform, input))),
  route('POST', 'menu', inputs.menu, (platform, input) => platform.menu(resolved(platform, input))),
  route('POST', 'press', inputs.press, (platform, input) => platform.press(resolved(platform, input))),
  route('POST', 'home', inputs.inbox, (platform, { as }) => {
    platform.openHome({ as: personId(platform, as, 'as') });
    return DONE;
  }),
  route('POST', 'submit', inputs.submit, (platform, input) =>
    platform.submit({ ...input, as: personId(platform, input.as, 'as') }),
  ),
  route('POST', 'members', inputs.member, (platform, { person, group }) => {
    platform.belong({ person: personId(platform, person, 'person'), group, present: true });
    return DONE;
  }),
  route('DELETE', 'members', inputs.member, (platform, { person, group }) => {
    platform.belong({ person: personId(platform, person, 'person'), group, present: false });
    return DONE;
  }),
  route('PATCH', 'groups', inputs.groupName, (platform, input) => {
    platform.renameGroup(input);
    return DONE;
  }),
  route('DELETE', 'groups', inputs.group, (platform, input) => {
    platform.removeGroup(input);
    return DONE;
  }),
  route('DELETE', 'people', inputs.person, (platform, { person }) => {
    platform.leave({ person: personId(platform, person, 'person') });
    return DONE;
  }),
  route('GET', 'faults', inputs.nothing, (platform) => platform.faults()),
  route(
    'POST',
    'faults',
    inputs.fault,
    (platform, fault) => {
      platform.fault(
        fault.kind === 'dms_closed'
          ? { ...fault, person: personId(platform, fault.person, 'person') }
          : fault,
      );
      return DONE;
    },
    201,
  ),
  route('DELETE', 'faults', inputs.nothing, (platform) => {
    platform.clearFaults();
    return DONE;
  }),
  route('GET', 'calls', inputs.nothing, (platform) => platform.calls()),
];

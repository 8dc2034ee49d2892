import { describe, expect, it } from '@jest/globals';
import type { APIOverwrite, APIRole } from 'discord.js';
import { mayReadHistory, mayView, permissionsIn } from '../../../src/adapters/discord/permissions.ts';

const VIEW = 1n << 10n;
const HISTORY = 1n << 16n;
const ADMINISTRATOR = 1n << 3n;
const role = (id: string, permissions: bigint) => ({ id, permissions: String(permissions) }) as APIRole;
const overwrite = (id: string, type: 0 | 1, allow: bigint, deny: bigint): APIOverwrite => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const may = (
  overwrites: APIOverwrite[],
  roles: APIRole[],
  holder: { userId: string; roles: string[] } | null,
) => mayView(permissionsIn({ id: '5', type: 0, permission_overwrites: overwrites }, '1', roles, holder));

describe('who may see a channel', () => {
  const everyone = role('1', VIEW | HISTORY);
  const closed = overwrite('1', 0, 0n, VIEW);

  it('is everyone unless the server or the channel says otherwise', () => {
    expect(may([], [everyone], null)).toBe(true);
    expect(may([], [role('1', 0n)], null)).toBe(false);
    expect(may([closed], [everyone], null)).toBe(false);
    expect(may([overwrite('1', 0, VIEW, 0n)], [role('1', 0n)], null)).toBe(true);
  });

  it('is decided by roles over everyone, and by the person over roles', () => {
    const roles = [everyone, role('2', 0n), role('3', 0n)];
    const person = { userId: '9', roles: ['2', '3'] };
    expect(may([closed, overwrite('2', 0, VIEW, 0n)], roles, person)).toBe(true);
    expect(may([closed, overwrite('2', 0, VIEW, 0n), overwrite('3', 0, 0n, VIEW)], roles, person)).toBe(true);
    expect(may([overwrite('2', 0, 0n, VIEW)], roles, person)).toBe(false);
    expect(may([overwrite('2', 0, 0n, VIEW), overwrite('9', 1, VIEW, 0n)], roles, person)).toBe(true);
    expect(may([overwrite('9', 1, 0n, VIEW)], roles, person)).toBe(false);
    expect(may([closed, overwrite('4', 0, VIEW, 0n), overwrite('8', 1, VIEW, 0n)], roles, person)).toBe(
      false,
    );
  });

  it('always includes administrators', () => {
    expect(may([closed], [everyone, role('2', ADMINISTRATOR)], { userId: '9', roles: ['2'] })).toBe(true);
    expect(may([closed], [role('1', ADMINISTRATOR)], null)).toBe(true);
  });

  it('says nothing about what was written before', () => {
    const channel = { id: '5', type: 0, permission_overwrites: [overwrite('1', 0, 0n, HISTORY)] };
    const permissions = permissionsIn(channel, '1', [everyone], null);
    expect([mayView(permissions), mayReadHistory(permissions)]).toEqual([true, false]);
  });
});

import type { Door, OneTimeLink, OneTimeLinks } from '../store/door-port.ts';

/** @param base where browsers reach the web server; null while nobody said so */
export function createLinks(door: Door, base: () => string | null): OneTimeLinks {
  const linkTo = async (
    path: string,
    make: () => ReturnType<Door['makeLink']>,
  ): Promise<OneTimeLink | null> => {
    const origin = base();
    if (origin === null) return null;
    const { token, expiresAt } = await make();
    return { url: new URL(`${path}/${token}`, origin).href, expiresAt };
  };
  return {
    createDashboard: (person) => linkTo('/enter', () => door.makeLink(person, { purpose: 'dashboard' })),
    createDownload: ({ workspaceId, userId, what }) =>
      linkTo('/download', () => door.makeLink({ workspaceId, userId }, { purpose: 'download', what })),
  };
}

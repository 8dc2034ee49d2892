import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { COMMUNITIES } from '../simulate/communities.ts';
import { writePolicy, type Plan } from '../simulate/plan.ts';

/** A department of the community on Discord that lives in the workspace on Slack. */
export const ABROAD = { channel: 'CNMAKERS', people: ['UN11', 'UN12'] } as const;
/** A second department of each community, where it lives. */
export const SUPPORT: Readonly<Record<string, { channel: string; people: readonly string[] }>> = {
  'slack:TNORTH': { channel: 'CNSUPPORT', people: ['UN13', 'UN14'] },
  'discord:2201': { channel: 'CSSUPPORT', people: ['US13'] },
};
/** Who may do everything. */
export const ADMINS: Readonly<Record<string, string>> = { 'slack:TNORTH': 'UN6', 'discord:2201': 'US6' };
/** Where the helpers are asked: everybody reads it. */
export const HELPERS: Readonly<Record<string, string>> = {
  'slack:TNORTH': 'CNHELPOPEN',
  'discord:2201': 'CSHELPOPEN',
};

interface Written {
  emojis: object;
  kinds: object;
  gifts: object;
  giftLimits: object;
}
interface Workspace {
  id: string;
  roles: object;
  departments: Record<string, object>;
}

/** The simulated communities with all the kinds, gifts and departments there are, in each other's workspace too. */
export function writeWholePolicy(plan: Plan): string {
  const { emojis, kinds, gifts, giftLimits } = parse(
    readFileSync('sandbox/hearback.yaml', 'utf8'),
  ) as Written;
  const simulated = parse(writePolicy(plan)) as { workspaces: Workspace[] };
  return stringify({
    ...simulated,
    emojis,
    kinds,
    gifts,
    giftLimits,
    topics: { members: 3, duplicates: false },
    workspaces: simulated.workspaces.map((workspace) => ({
      ...workspace,
      helpers: HELPERS[workspace.id],
      roles: { ...workspace.roles, admin: { people: [ADMINS[workspace.id]] } },
      departments: {
        ...workspace.departments,
        support: { name: 'Support', ...SUPPORT[workspace.id] },
        ...(workspace.id === COMMUNITIES[1]!.id && {
          makers: { name: 'Makers', workspace: COMMUNITIES[0]!.id, ...ABROAD },
        }),
      },
    })),
  });
}

/** The emoji of each kind of feedback. */
export function emojisOf(): string[] {
  const { emojis } = parse(readFileSync('sandbox/hearback.yaml', 'utf8')) as Written;
  return Object.keys(emojis);
}

export function kindsOf(): string[] {
  const { kinds } = parse(readFileSync('sandbox/hearback.yaml', 'utf8')) as Written;
  return Object.keys(kinds);
}

import { originOf } from '../../setting-shapes.ts';
import { NotPossible } from '../../errors.ts';
import { departmentNamed, PLATFORM_NAMES, type PlatformName, type Said } from './community.ts';

/** The options of `hearback init`, as typed. */
export interface InitOptions {
  folder?: string;
  platform?: string;
  slack?: string;
  url?: string;
  community?: string;
  triage?: string;
  helpers?: string;
  departments?: string;
  handler?: string;
  moderators?: string;
  language?: string;
  timeZone?: string;
  offline?: true;
  yes?: true;
  force?: true;
}

/** What the options say, understood. */
export interface Given {
  platforms: readonly PlatformName[] | null;
  way: 'socket' | 'http' | null;
  /** Where Slack reaches us over HTTP. */
  origin: string | null;
  said: Readonly<Record<PlatformName, Said>>;
}

/** @throws {NotPossible} for an option that cannot be meant so */
export function givenBy(options: InitOptions): Given {
  refuseUnclear(options);
  return {
    platforms: platformsIn(options.platform),
    way: wayIn(options.slack),
    origin: originIn(options.url),
    said: { slack: saidOf('slack', options), discord: saidOf('discord', options) },
  };
}

function platformsIn(written: string | undefined): readonly PlatformName[] | null {
  if (written === undefined) return null;
  if (written === 'both') return PLATFORM_NAMES;
  const found = PLATFORM_NAMES.find((name) => name === written);
  if (!found) throw new NotPossible('--platform: write slack, discord or both.');
  return [found];
}

function wayIn(written: string | undefined): Given['way'] {
  if (written === undefined || written === 'socket' || written === 'http') return written ?? null;
  throw new NotPossible(
    '--slack: write socket (Hearback calls Slack, no public address is needed) or http (Slack calls Hearback).',
  );
}

/** What is wrong with an address Slack should reach us at; null when nothing is. */
export function originProblem(written: string): string | null {
  const origin = originOf(written);
  return origin === null || !origin.startsWith('https://')
    ? 'write https:// and the host alone, such as https://hearback.example.org'
    : null;
}

function originIn(written: string | undefined): string | null {
  if (written === undefined) return null;
  const problem = originProblem(written);
  if (problem !== null) throw new NotPossible(`--url: ${problem}.`);
  return originOf(written);
}

/** Ids tell of themselves which platform they are of: those of Discord are numbers. */
function isOf(platform: PlatformName, id: string): boolean {
  return /^\d+$/.test(id) === (platform === 'discord');
}

const listed = (written: string | undefined) => (written ?? '').split(/[\s,]+/).filter(Boolean);

/** Whatever would be passed over without a word. @throws {NotPossible} */
function refuseUnclear(options: InitOptions): void {
  const communities = listed(options.community);
  if (communities.some((id) => !/^(?:slack:T\w+|discord:\d+)$/.test(id)))
    throw new NotPossible(
      '--community: write slack: and the id of the workspace, such as slack:T0123ABCD, or discord: and the id of the server.',
    );
  for (const name of ['triage', 'helpers', 'handler', 'moderators'] as const) {
    const ids = listed(options[name]);
    if (ids.some((id) => !/^\w+$/.test(id)))
      throw new NotPossible(`--${name}: write ids, such as C0123TRIAG, not names.`);
    const isMany = PLATFORM_NAMES.some((platform) => ids.filter((id) => isOf(platform, id)).length > 1);
    if (name !== 'moderators' && isMany) throw new NotPossible(`--${name}: write one id for each platform.`);
  }
  if (options.url !== undefined && options.slack === 'socket')
    throw new NotPossible(
      '--url is for --slack http: with Socket Mode Slack does not call Hearback. Leave one of them out.',
    );
}

function saidOf(platform: PlatformName, options: InitOptions): Said {
  const [id] = listed(options.community).filter((each) => each.startsWith(`${platform}:`));
  const one = (written: string | undefined) => listed(written).find((each) => isOf(platform, each));
  const [triage, helpers, handler] = [one(options.triage), one(options.helpers), one(options.handler)];
  const departments = (options.departments ?? '').split(',').flatMap((each) => {
    if (each.trim() === '') return [];
    const [, key, channel] = /^([^=]+)=(\w+)$/.exec(each.trim()) ?? [];
    if (key === undefined || channel === undefined)
      throw new NotPossible(
        '--departments: write them as name=channel, such as qa=C0123QA,support=C0123SUPP.',
      );
    return isOf(platform, channel) ? [departmentNamed(key, channel)] : [];
  });
  const keys = departments.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined)
    throw new NotPossible(`--departments: two of them would be called "${twice}"; give one another name.`);
  const moderators = listed(options.moderators).filter((each) => isOf(platform, each));
  return {
    ...(id !== undefined && { id }),
    ...(triage !== undefined && { triage }),
    ...(helpers !== undefined && { helpers }),
    ...(handler !== undefined && { handler }),
    ...(departments.length > 0 && { departments }),
    ...(moderators.length > 0 && { moderators: sorted(moderators, platform) }),
  };
}

/** Slack's groups begin with S. On Discord moderators are a role. */
function sorted(ids: readonly string[], platform: PlatformName) {
  const isGroup = (id: string) => platform === 'discord' || id.startsWith('S');
  return { people: ids.filter((id) => !isGroup(id)), groups: ids.filter(isGroup) };
}

import { durationMs } from '../../policy/duration.ts';
import { wordings, type LocalizedText } from '../../policy/localized-text.ts';
import { nearest } from '../../policy/nearest.ts';
import { SEVERITIES, type Severity } from '../../policy/schema.ts';
import { NotPossible } from '../../errors.ts';
import { STATES, type State } from '../case.ts';
import { OPEN_STATES } from '../states.ts';
import { HAS, type Has, type SearchQuery, type Whom } from './search-query.ts';
import type { Token } from './tokens.ts';

/** What the community calls things. */
export interface SearchNames {
  /** In front of case numbers: `FB`. */
  prefix: string;
  /** Keys and names: one is understood in whichever language it is typed. */
  kinds: Readonly<Record<string, LocalizedText>>;
  departments: Readonly<Record<string, LocalizedText>>;
  /** Whom `me` means. */
  userId: string;
}

/** A query while it is put together. */
export type Draft = { -readonly [K in keyof SearchQuery]: SearchQuery[K] };

/** One value of a filter, and what it is understood with. */
export interface Value {
  text: string;
  token: Token;
  names: SearchNames;
}

export interface Filter {
  example: string;
  /** Narrows the query. @throws {NotPossible} with the place of what is not understood */
  add(draft: Draft, value: Value): void;
}

const OVER = STATES.filter((state) => !OPEN_STATES.includes(state));
const GROUPS: Readonly<Record<string, readonly State[]>> = { open: OPEN_STATES, over: OVER, all: STATES };
/** What can stand behind `state:`. */
export const STATE_WORDS: readonly string[] = [
  ...Object.keys(GROUPS),
  ...STATES.filter((state) => state !== 'open'),
];
/** Longest time somebody can ask for: what is older than a century is not in any record. */
const CENTURY_MS = 100 * 365 * 86_400_000;

/** All there are, in the order in which they are told. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  kind: {
    example: 'kind:refund',
    add: (draft, value) => (draft.kinds = [...(draft.kinds ?? []), keyIn(value.names.kinds, value)]),
  },
  state: {
    example: 'state:open',
    add: (draft, value) => (draft.states = [...new Set([...(draft.states ?? []), ...statesIn(value)])]),
  },
  severity: {
    example: 'severity:high',
    add: (draft, value) =>
      (draft.severities = [...(draft.severities ?? []), oneOf<Severity>(SEVERITIES, value)]),
  },
  from: {
    example: 'from:@anna',
    add: (draft, value) => (draft.from = [...(draft.from ?? []), whom(value)]),
  },
  handler: {
    example: 'handler:me',
    add: (draft, value) =>
      (draft.handlers = [
        ...(draft.handlers ?? []),
        ['none', 'nobody'].includes(plain(value.text)) ? null : whom(value),
      ]),
  },
  dept: {
    example: 'dept:qa',
    add: (draft, value) =>
      (draft.departments = [...(draft.departments ?? []), keyIn(value.names.departments, value)]),
  },
  in: {
    example: 'in:#support',
    add: (draft, value) => (draft.channels = [...(draft.channels ?? []), channelIn(value)]),
  },
  topic: {
    example: 'topic:export',
    add: (draft, value) => (draft.topics = [...(draft.topics ?? []), value.text]),
  },
  has: {
    example: 'has:file',
    add: (draft, value) => (draft.has = [...(draft.has ?? []), oneOf<Has>(HAS, value)]),
  },
  lang: {
    example: 'lang:da',
    add: (draft, value) => (draft.languages = [...(draft.languages ?? []), languageIn(value)]),
  },
  older: { example: 'older:7d', add: (draft, value) => (draft.olderMs = lengthIn(value)) },
  newer: { example: 'newer:2w', add: (draft, value) => (draft.newerMs = lengthIn(value)) },
};

/** What people write in place of a filter's own name. */
export const ALIASES: Readonly<Record<string, string>> = {
  department: 'dept',
  channel: 'in',
  member: 'from',
  language: 'lang',
  status: 'state',
  is: 'state',
};

/** As names are compared: without accents, capitals and the choice of `_`, `-` or a blank. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}

function keyIn(named: Readonly<Record<string, LocalizedText>>, value: Value): string {
  const wanted = plain(value.text);
  const called = Object.entries(named).map(([key, name]) => ({
    key,
    all: [key, ...wordings(name)].map(plain),
  }));
  const found = called.find(({ all }) => all.includes(wanted));
  if (found) return found.key;
  const near = nearest(
    wanted,
    called.flatMap(({ all }) => all),
  );
  const meant = called.find(({ all }) => near !== null && all.includes(near))?.key;
  throw fault(value, meant ?? null, Object.keys(named));
}

function oneOf<T extends string>(choices: readonly T[], value: Value): T {
  const wanted = plain(value.text);
  const found = choices.find((choice) => choice === wanted);
  if (found) return found;
  throw fault(value, nearest(wanted, choices), choices);
}

function statesIn(value: Value): readonly State[] {
  const wanted = plain(value.text);
  if (Object.hasOwn(GROUPS, wanted)) return GROUPS[wanted] ?? [];
  const found = STATES.find((state) => state === wanted);
  if (found) return [found];
  throw fault(value, nearest(wanted, STATE_WORDS), STATE_WORDS);
}

function fault({ text, token }: Value, meant: string | null, choices: readonly string[]): NotPossible {
  const shown = choices.slice(0, 20).join(', ');
  return new NotPossible(({ search }) =>
    search.faults.notOneOf(token.place, token.filter ?? '', text.slice(0, 40), meant, shown),
  );
}

/** As platforms write mentions, as ids look, or a name. */
function whom({ text, names }: Value): Whom {
  const mentioned = /^<@!?([^|>]+)(?:\|[^>]*)?>$/.exec(text)?.[1];
  if (mentioned) return { userId: mentioned };
  if (plain(text) === 'me') return { userId: names.userId };
  if (/^(?:[UW][A-Z0-9]{6,}|\d{15,21})$/.test(text)) return { userId: text };
  return { name: text.replace(/^@/, '') };
}

function channelIn({ text, token }: Value): string {
  const mentioned = /^<#([^|>]+)(?:\|[^>]*)?>$/.exec(text)?.[1];
  if (mentioned) return mentioned;
  if (/^(?:[CGD][A-Z0-9]{5,}|\d{15,21})$/.test(text)) return text;
  throw new NotPossible(({ search }) => search.faults.notAChannel(token.place, text.slice(0, 40)));
}

function languageIn({ text, token }: Value): string {
  const [code = ''] = text.toLowerCase().split(/[-_]/);
  if (/^[a-z]{2,3}$/.test(code)) return code;
  throw new NotPossible(({ search }) => search.faults.notALanguage(token.place, text.slice(0, 40)));
}

function lengthIn({ text, token }: Value): number {
  const ms = durationMs(text.toLowerCase());
  if (ms !== null) return Math.min(ms, CENTURY_MS);
  throw new NotPossible(({ search }) =>
    search.faults.notALength(token.place, token.filter ?? '', text.slice(0, 40)),
  );
}

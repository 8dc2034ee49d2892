import { type Document, isMap, isNode, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import { parsePolicy } from '../../policy/load.ts';
import { readPlaybooks, type Playbooks, type PlaybookText } from '../../policy/playbooks.ts';
import type { Community } from './community.ts';

/** What a new hearback.yaml is made of. */
export interface PlanAnswers {
  communities: readonly Community[];
  /** In which members are answered whose own language is not known. */
  language: string;
  /** IANA. */
  timeZone: string;
}

/** What the files are made from: one source with what ships. */
export interface Sources {
  /** hearback.example.yaml. */
  example: string;
  playbooks: readonly PlaybookText[];
}

/** Of the example, what is left to those who look for it there: nobody begins with gifts, or with the holidays of Bavaria. */
const LEFT_OUT = [
  ['holidays'],
  ['gifts'],
  ['giftLimits'],
  ['kinds', 'event'],
  ['emojis', '📅'],
  ['emojis', ':feedback:'],
];

const FIRST_LINE = /^# Hearback's policy: .*\n/;
const NEW_FIRST_LINE =
  "# Hearback's policy: your community's plan for feedback. Written by hearback init; make it yours. What is not here, such as gifts,\n# holidays and webhooks, is explained in hearback.example.yaml.\n";

/** The kind that shows everything a kind can say is left out. */
const AT_EVENT = 'explained at "event" below,';
const IN_EXAMPLE = 'explained in hearback.example.yaml,';

/**
 * The text of a new hearback.yaml: the example with its explanations, the communities put in, and what they have no channels for
 * taken out. It is read as the program reads it before it is given back.
 * @throws {AppError} CONFIG_INVALID for an answer the policy does not allow
 */
export function policyText({ communities, language, timeZone }: PlanAnswers, sources: Sources): string {
  const example = sources.example.replace(FIRST_LINE, NEW_FIRST_LINE).replace(AT_EVENT, IN_EXAMPLE);
  const document = parseDocument(example, { intAsBigInt: true });
  for (const path of LEFT_OUT) document.deleteIn(path);
  document.setIn(['language'], language);
  document.setIn(['timeZone'], timeZone);
  document.setIn(['hours'], document.createNode({ weekdays: '9:00-17:00' }));
  if (!communities.every(({ helpers }) => helpers !== null)) takeOutQuestions(document);
  putIn(document, communities);
  keepToDepartments(document, communities, readPlaybooks(sources.playbooks, null));
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  parsePolicy(text, 'hearback.yaml', null, readPlaybooks(sources.playbooks, null), null);
  return text;
}

/** A question to the community needs a channel to be asked in, in every community. */
function takeOutQuestions(document: Document): void {
  document.deleteIn(['kinds', 'question']);
  document.deleteIn(['emojis', '❓']);
}

/** Each community from the example's first, which has the explanations; they stand there once. */
function putIn(document: Document, communities: readonly Community[]): void {
  const list = document.get('workspaces');
  if (!isSeq(list) || !isMap(list.items[0])) throw new Error('hearback.example.yaml has no workspaces');
  const model = list.items[0];
  list.items = communities.map((community, index) => {
    const node = model.clone() as YAMLMap;
    fill(document, node, community);
    if (index > 0) takeOutComments(node);
    node.spaceBefore = index > 0;
    return node;
  });
}

/** Of a community in the example, what is left to those who look for it there. */
const COMMUNITY_LEFT_OUT = [
  'management',
  'hotThreads',
  'duty',
  'standIns',
  'digests',
  'language',
  'timeZone',
  'hours',
  'holidays',
];

function fill(document: Document, node: YAMLMap, community: Community): void {
  const { id, name, triage, helpers, handler, moderators, departments } = community;
  for (const key of COMMUNITY_LEFT_OUT) node.delete(key);
  const set = (path: readonly string[], value: unknown) =>
    node.setIn([...path], typeof value === 'string' ? value : document.createNode(value, { flow: true }));
  set(['id'], id);
  set(['name'], name);
  set(['triage'], triage);
  if (helpers === null) node.delete('helpers');
  else set(['helpers'], helpers);
  set(['handler'], handler);
  set(['roles', 'flagger'], { everyone: false, ...rolesOf(moderators) });
  set(['roles', 'moderator'], rolesOf(moderators));
  for (const role of ['handler', 'lead', 'admin']) set(['roles', role], { people: [handler] });
  node.deleteIn(['roles', 'management']);
  node.set(
    'departments',
    document.createNode(Object.fromEntries(departments.map(({ key, ...rest }) => [key, rest]))),
  );
}

function rolesOf({ people, groups }: Community['moderators']) {
  return { people, groups };
}

function takeOutComments(node: YAMLMap): void {
  visit(node, (_, each) => {
    if (isNode(each)) {
      delete each.commentBefore;
      delete each.comment;
      delete each.spaceBefore;
    }
  });
}

/** Kinds and playbooks name departments; those that not every community has are taken out. */
function keepToDepartments(
  document: Document,
  communities: readonly Community[],
  playbooks: Playbooks,
): void {
  const [first, ...others] = communities.map(({ departments }) => departments.map(({ key }) => key));
  const common = new Set((first ?? []).filter((key) => others.every((keys) => keys.includes(key))));
  const kinds = document.get('kinds');
  if (!isMap(kinds)) return;
  for (const { key, value } of kinds.items) {
    if (!isMap(value)) continue;
    const written = value.toJSON() as Record<string, unknown> & { playbook?: string };
    const playbook = playbooks.said(written.playbook ?? '')?.values ?? {};
    for (const [field, kept] of Object.entries(otherwise({ ...playbook, ...written }, common)))
      // Choices are in several languages, a line each.
      document.setIn(
        ['kinds', String(key), field],
        document.createNode(kept, { flow: field !== 'recommend' }),
      );
  }
}

/** What of a kind, its playbook and all, has to be said otherwise where these are all the departments. */
export function otherwise(
  kind: Record<string, unknown>,
  departments: ReadonlySet<string>,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const field of ['route', 'next']) {
    const named = kind[field];
    if (!Array.isArray(named)) continue;
    const kept = named.filter((key) => departments.has(String(key)));
    if (kept.length < named.length) found[field] = kept;
  }
  const recommend = kind['recommend'] as { to?: string } | undefined;
  if (recommend?.to !== undefined && recommend.to !== 'triage' && !departments.has(recommend.to))
    found['recommend'] = { ...recommend, to: 'triage' };
  const passOn = kind['passOn'] as { departments?: string[]; consent?: string } | undefined;
  if (passOn) {
    const kept = (passOn.departments ?? []).filter((key) => departments.has(key));
    const { consent, ...rest } = passOn;
    const isOther = kept.length < (passOn.departments ?? []).length || (consent && !departments.has(consent));
    if (isOther)
      found['passOn'] = {
        ...rest,
        departments: kept,
        ...(consent && departments.has(consent) && { consent }),
      };
  }
  return found;
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument, type Path, type PolicyDocument } from '../../policy/document.ts';
import { pathName } from '../../policy/faults.ts';
import { localizedPaths } from '../../policy/keys.ts';
import { isIn, type LocalizedText } from '../../policy/localized-text.ts';
import { asList, asMap, textAt, valueAt } from '../../policy/loose.ts';
import { playbookSchema } from '../../policy/playbook-schema.ts';
import { playbookTexts } from '../../policy/playbooks.ts';
import { policyPaths } from '../../policy/policies.ts';
import { policySchema } from '../../policy/schema.ts';
import { fault, note, type Finding, type Looked } from './finding.ts';
import { playbooksIn } from './plan.ts';

const ENGLISH = 'en';
/** So many places are named in one finding. */
const NAMED = 3;

/** Names and sentences that are read by people. */
interface Read {
  file: string;
  document: PolicyDocument;
  schema: typeof policySchema | typeof playbookSchema;
  /** The languages a text at a path should be in. */
  wanted(path: Path): readonly string[];
}

/**
 * What the policy and the playbooks say in several languages, but not in one that is spoken in a community. One text for everybody is
 * nothing to speak of. Neither has faults.
 */
export function untranslatedFindings({ policyPath, folder, languages }: Looked): Finding[] {
  const policies = policyPaths(policyPath).map((path) => policyIn(path, languages));
  const everywhere = unique(policies.flatMap(({ wanted }) => wanted([])));
  const playbooks = playbookTexts(playbooksIn(folder)).map(({ file, text }): Read => {
    return { file, document: readDocument(text), schema: playbookSchema, wanted: () => everywhere };
  });
  const find = languages === null ? note : fault;
  return [...policies, ...playbooks].flatMap((read) => untranslated(read, find));
}

/** @param languages those that have to be complete; null: those of its communities */
function policyIn(path: string, languages: Looked['languages']): Read {
  const document = readDocument(readFileSync(path, 'utf8'));
  const policy = asMap(document.value);
  const spoken = asList(policy['workspaces']).map(
    (workspace) => textAt(asMap(workspace), 'language') ?? textAt(policy, 'language') ?? ENGLISH,
  );
  // What belongs to a community is read there.
  const spokenAt = ([section, index]: Path) =>
    section === 'workspaces' ? [spoken[Number(index)] ?? ENGLISH] : unique(spoken);
  return {
    file: basename(path),
    document,
    schema: policySchema,
    wanted: (at) => languages ?? spokenAt(at),
  };
}

/** One finding for each language: whoever has a language of their own gets a list to work through, not a screen of notes. */
function untranslated({ file, document, schema, wanted }: Read, find: typeof note): Finding[] {
  const found = new Map<string, Path[]>();
  for (const path of localizedPaths(schema, document.value)) {
    const text = valueAt(document.value, path) as LocalizedText;
    for (const language of wanted(path))
      if (!isIn(text, language)) found.set(language, [...(found.get(language) ?? []), path]);
  }
  return [...found].map(([language, paths]) => {
    const { line, column } = document.at(paths[0] ?? [], '');
    const places = paths.slice(0, NAMED).map(pathName).join(', ');
    const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
    const has = paths.length > 1 ? 'have no text' : 'has no text';
    const message = `${places}${more} ${has} in ${language}; add "${language}: …" beside the others. Until then another language is read there`;
    return find(file, line, column, message);
  });
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

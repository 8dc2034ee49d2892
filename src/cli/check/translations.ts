import { join } from 'node:path';
import { readDetails, type Details } from '../../replies/details-file.ts';
import type { Template, Templates } from '../../replies/templates.ts';
import { fault, note, type Finding } from './finding.ts';

/** Files of words beside the templates. */
const WORD_FILES = ['details', 'buttons'] as const;

/** One such file, in every language that has it. */
interface Words {
  name: (typeof WORD_FILES)[number];
  in: readonly Details[];
}

/** Whoever has no translation gets English; other languages are compared with it where it has the same. */
const ENGLISH = 'en';

/**
 * Every template, detail and button that one language has and another has not. A folder for a region, such as `pt-BR`, may
 * have as few as it likes where there is one for the language: the others come from there.
 * @param wanted the languages that have to be complete; null: all there are
 */
export function translationFindings(
  templates: Templates,
  folder: string,
  wanted: readonly string[] | null,
): Finding[] {
  const words = WORD_FILES.map((name): Words => {
    const read = (language: string) => readDetails(join(folder, 'templates', language), language, name);
    return { name, in: templates.languages().flatMap(read) };
  });
  const languages = complete(templates, words, wanted);
  return [
    ...unknownLanguages(templates, wanted),
    ...languages.flatMap((language) => missingTemplates(language, languages, templates)),
    ...languages.flatMap((language) => words.flatMap((each) => missingWords(language, languages, each))),
    ...languages.flatMap((language) => otherVariables(language, templates)),
  ];
}

/** The languages that have anything, and should have everything. */
function complete(templates: Templates, words: readonly Words[], wanted: readonly string[] | null): string[] {
  const all = templates.languages();
  const begun = all.filter(
    (language) =>
      templates.all().some((each) => each.language === language) ||
      words.some((file) => file.in.some((each) => each.language === language)),
  );
  return begun
    .filter((language) => !language.includes('-') || !all.includes(language.split('-')[0] ?? ''))
    .filter((language) => wanted === null || language === ENGLISH || wanted.includes(language));
}

function unknownLanguages(templates: Templates, wanted: readonly string[] | null): Finding[] {
  return (wanted ?? [])
    .filter((language) => !templates.languages().includes(language))
    .map((language) =>
      fault(
        `templates/${language}`,
        1,
        1,
        `there is no such folder; the languages are ${templates.languages().join(', ')}`,
      ),
    );
}

function missingTemplates(language: string, languages: readonly string[], templates: Templates): Finding[] {
  return templates.names().flatMap((name) => {
    if (templates.get(language, name)) return [];
    const other = [ENGLISH, ...languages].find((each) => templates.get(each, name));
    if (other === undefined || !languages.includes(other)) return [];
    const file = `templates/${language}/${name}.md`;
    return [fault(file, 1, 1, `is missing; translate templates/${other}/${name}.md. ${withoutIt(language)}`)];
  });
}

function withoutIt(language: string): string {
  return language === ENGLISH
    ? 'English is what everybody gets whose language has no translation'
    : 'Until then every answer with it is sent in another language';
}

function missingWords(language: string, languages: readonly string[], { name, in: all }: Words): Finding[] {
  const fileOf = (each: string) => `templates/${each}/${name}.yaml`;
  const own = all.find((each) => each.language === language);
  const others = all
    .filter((each) => each.language !== language && languages.includes(each.language))
    .toSorted((a, b) => Number(b.language === ENGLISH) - Number(a.language === ENGLISH));
  const [model] = others;
  if (!model) return [];
  const file = fileOf(language);
  if (!own)
    return [fault(file, 1, 1, `is missing; copy ${fileOf(model.language)} and translate what it says`)];
  const end = Math.max(1, ...own.lines.values());
  const keys = new Set(others.flatMap(({ words }) => [...words.keys()]).filter((key) => !own.words.has(key)));
  return [...keys].map((key) => {
    const other = others.find(({ words }) => words.has(key)) ?? model;
    const place = `${fileOf(other.language)}:${other.lines.get(key) ?? 1}`;
    return fault(
      file,
      end,
      1,
      `has no "${key}"; add a line "${key}: …" with what ${place} says, in this language`,
    );
  });
}

/** A translation that leaves a value out, or asks where the English does not, is rarely meant. */
function otherVariables(language: string, templates: Templates): Finding[] {
  return templates.all().flatMap((template) => {
    const model = templates.get(ENGLISH, template.name);
    if (template.language !== language || language === ENGLISH || !model?.parsed || !template.parsed)
      return [];
    const differs = [
      ...without(model, template).map((name) => `does not use ${name}`),
      ...without(template, model).map((name) => `uses ${name}`),
    ];
    return differs.length > 0
      ? [note(template.file, 1, 1, `${differs.join(' and ')}, other than ${model.file}; is that meant?`)]
      : [];
  });
}

function without(some: Template, others: Template): string[] {
  return [...some.uses].filter((name) => !others.uses.has(name));
}

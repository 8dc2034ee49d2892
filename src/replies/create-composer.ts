import { AppError } from '../errors.ts';
import { inLanguage, type LocalizedText } from '../policy/localized-text.ts';
import type { Wording } from '../texts/index.ts';
import type { Composed, Composer, ReplyValues } from './composer.ts';
import { answerNames } from './answer-names.ts';
import { createEngine, whyNotFilledIn } from './liquid.ts';
import { plainLine } from './escape.ts';
import { parseMarkdown } from './markdown.ts';
import { nextUpdateText } from './next-update.ts';
import type { Problem, Template, Templates, VariableName } from './templates.ts';

/** Ships complete, so it is there when nothing else is. */
const LAST_RESORT = 'en';

/** The composer over templates read with `loadTemplates`. */
export function createComposer(templates: Templates): Composer {
  const engine = createEngine();
  return {
    compose(steps, values, languages) {
      const { found, language, fellBack } = choose(templates, steps, languages);
      const known = valuesOf(values, language, templates);
      // A step that asks has nothing to say when everything is known.
      const said = found.filter(({ uses }) => !(uses.has('details') && values.details.length === 0));
      const texts = said.map((template) => {
        requireValues(template, known);
        return render(template, () => String(engine.renderSync(template.parsed ?? [], scopeOf(known))));
      });
      const markdown = texts.join('\n\n');
      if (markdown === '')
        throw invalid(({ says: { templates: words } }) =>
          steps.length > 0 ? words.nothingToSay(steps.join(', ')) : words.noSteps,
        );
      const asks = said.some(({ uses }) => uses.has('details')) ? detailsIn(values, language) : [];
      return { markdown, language, steps: said.map(({ name }) => name), asks, fellBack };
    },
    detail: (key, language) => wordsOf(key, language, templates),
    button: (key, language) => buttonWords(key, language, templates),
    parse: parseMarkdown,
    languages: () => [...new Set(templates.all().map(({ language }) => language))],
    answers: () => answerNames(templates),
    missing: (steps, language) => steps.filter((step) => !templates.get(language, step)),
  };
}

interface Choice extends Pick<Composed, 'language' | 'fellBack'> {
  found: Template[];
}

/** The first language that has all the steps, so that no answer changes its language half-way. */
function choose(templates: Templates, steps: readonly string[], languages: readonly string[]): Choice {
  for (const [index, wanted] of [...languages, LAST_RESORT].entries()) {
    for (const language of foldersFor(templates, wanted)) {
      const found = steps.map((step) => templates.get(language, step));
      if (!found.every((template) => template !== undefined)) continue;
      // With one of those no program starts, so only the operator can meet it.
      for (const { problems } of found) if (problems[0]) throw invalid(problemText(problems[0]));
      return { found, language, fellBack: index > 0 };
    }
  }
  const missing = steps.filter((step) => !templates.names().includes(step));
  throw invalid(({ says: { templates: words } }) =>
    missing.length > 0
      ? words.missing(missing.join(', '), `templates/en/${missing[0]}.md`)
      : words.scattered(languages.join(', '), steps.join(', ')),
  );
}

/** The folders that fit a language, the nearest first: `da-DK`, `da`. */
function foldersFor(templates: Templates, wanted: string): string[] {
  const parts = wanted.toLowerCase().split(/[-_]/);
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return tags.flatMap((tag) => templates.languages().filter((language) => language.toLowerCase() === tag));
}

type Known = Record<VariableName, string | readonly string[]>;

/** By the names templates use: what they may see is this table and nothing behind it. */
function valuesOf(values: ReplyValues, language: string, templates: Templates): Known {
  const inWords = (text: LocalizedText = '') => inLanguage(text, language, values.community);
  return {
    'member.name': values.member.name,
    'community.name': values.community.name,
    'case.name': values.case.name,
    details: detailsIn(values, language).map((detail) => wordsOf(detail, language, templates)),
    nextUpdate: whenText(values.nextUpdate, language),
    'gift.name': inWords(values.gift?.name),
    'gift.code': values.gift?.code ?? '',
    'message.text': values.message?.text ?? '',
    'message.link': values.message?.link ?? '',
    'helper.name': values.helper?.name ?? '',
    'department.name': inWords(values.department?.name),
  };
}

/** The details as keys, or in words of the language. */
function detailsIn({ details, community }: ReplyValues, language: string): string[] {
  return details.map((detail) => inLanguage(detail, language, community));
}

/** A detail in words: those of its key in that language, else in English; else what the policy wrote. */
function wordsOf(detail: string, language: string, templates: Templates): string {
  return templates.detail(language, detail) ?? templates.detail(LAST_RESORT, detail) ?? detail;
}

function buttonWords(key: string, language: string, templates: Templates): string {
  const folders = [...foldersFor(templates, language), LAST_RESORT];
  return folders.map((folder) => templates.button(folder, key)).find((words) => words !== undefined) ?? key;
}

function scopeOf(known: Known): object {
  return {
    member: { name: known['member.name'] },
    community: { name: known['community.name'] },
    case: { name: known['case.name'] },
    details: known.details,
    nextUpdate: known.nextUpdate,
    gift: { name: known['gift.name'], code: known['gift.code'] },
    message: { text: known['message.text'], link: known['message.link'] },
    helper: { name: known['helper.name'] },
    department: { name: known['department.name'] },
  };
}

/** Empty when it cannot be told; a template that needs it is refused then, the others are not. */
function whenText({ at, timeZone }: ReplyValues['nextUpdate'], language: string): string {
  try {
    return nextUpdateText(at, timeZone, language);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

function requireValues(template: Template, known: Known): void {
  for (const name of template.uses) {
    // Whatever the types say, it comes from platforms and from people.
    const texts: unknown[] = [known[name]].flat();
    if (texts.length > 0 && texts.every((text) => typeof text === 'string' && plainLine(text) !== ''))
      continue;
    throw invalid(({ says }) => says.templates.noValue(template.file, name));
  }
}

function render(template: Template, run: () => string): string {
  try {
    return run()
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  } catch (cause) {
    throw invalid(whyNotFilledIn(cause, template.file), cause);
  }
}

function problemText({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}  ${message}`;
}

function invalid(message: string | Wording, cause?: unknown): AppError {
  return new AppError('TEMPLATE_INVALID', message, 'never', ...(cause === undefined ? [] : [{ cause }]));
}

import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { NotPossible } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { isAnswered, kindOf } from '../policy/lookup.ts';
import { noPlaybooks, playbookTexts, readPlaybooks, type Playbooks } from '../policy/playbooks.ts';
import type { Composed } from '../replies/composer.ts';
import { createComposer } from '../replies/create-composer.ts';
import { loadTemplates, type Templates } from '../replies/templates.ts';
import type { CliCommand, CliContext } from './command.ts';
import { policyPathOf } from './frame/policy-path.ts';
import { table } from './frame/table.ts';
import { exampleValues } from './templates/example-values.ts';
import { kindLines } from './templates/kind-lines.ts';
import { kindKeys, kindMeant } from './templates/kind-meant.ts';
import { messagesOn, PLATFORMS, type Platform } from './templates/platforms.ts';
import { shownBy, type Shown } from './templates/source.ts';

interface PreviewOptions {
  lang: string;
  platform: string;
  details?: string;
  name: string;
  folder?: string;
}

/** The response templates: which there are, and how one reads on each platform. */
export const templates: CliCommand = {
  name: 'templates',
  summary: 'Which response templates there are, and how one reads on each platform',
  define(command, context) {
    command
      .command('list')
      .description('Every template, and the languages it is there in')
      .option('--folder <folder>', 'the folder with templates/ in it; else the one that is used')
      .option('--json', 'the answer as JSON')
      .action(({ folder, json }: { folder?: string; json?: true }) =>
        list(read(folder).templates, json, context),
      );
    definePreview(command, context);
  },
};

function definePreview(command: Command, context: CliContext): void {
  command
    .command('preview')
    .description('What a member would read, filled in with examples')
    .argument('<name>', 'a template, a playbook such as playbook:refund, or a kind such as kind:refund')
    .option('--lang <code>', 'the language wanted', 'en')
    .option('--platform <platform>', 'slack, discord or both', 'both')
    .option('--details <keys>', 'what is asked for, with commas between; none asks for nothing')
    .option('--name <name>', 'what the member is called', 'Alma Berg')
    .option('--folder <folder>', 'the folder with templates/ and playbooks/ in it; else the one that is used')
    .action((name: string, options: PreviewOptions) => preview(name, options, context));
}

function read(folder: string | undefined): {
  templates: Templates;
  playbooks: Playbooks;
  playbooksDir: string;
} {
  const root = folder === undefined ? packageRoot() : resolve(folder);
  const playbooksDir = join(root, 'playbooks');
  const texts = playbookTexts(playbooksDir);
  return {
    playbooksDir,
    templates: loadTemplates(join(root, 'templates')),
    playbooks: texts.length > 0 ? readPlaybooks(texts, null) : noPlaybooks,
  };
}

function list(found: Templates, json: true | undefined, { out }: CliContext): void {
  const rows = found.names().map((name) => ({
    name,
    languages: found.languages().filter((language) => found.get(language, name)),
    uses: [...new Set(found.all().flatMap((each) => (each.name === name ? [...each.uses] : [])))],
  }));
  if (json) return out(JSON.stringify(rows));
  const lines = rows.map(({ name, languages, uses }) => [name, languages.join(' '), uses.join(', ')]);
  for (const line of table([['TEMPLATE', 'LANGUAGES', 'USES'], ...lines])) out(line);
}

async function preview(name: string, options: PreviewOptions, { env, out }: CliContext): Promise<void> {
  const platforms = platformsOf(options.platform);
  const { templates: found, playbooks, playbooksDir } = read(options.folder);
  const policyPath = policyPathOf(env);
  const names = { templates: found.names(), details: found.details() };
  const meant = await kindMeant(name, names.templates, policyPath, { names, playbooksDir });
  if (meant) for (const line of kindLines(meant, playbooks, options.lang)) out(line);
  const kind = meant && kindOf(meant.policy, meant.key);
  // Nothing is sent by itself: what the kind does has been shown.
  if (kind && (kind.steps.length === 0 || !isAnswered(kind))) return;
  if (kind) out('');
  const shown = kind ?? shownBy(name, found, playbooks, kindKeys(policyPath));
  answer(shown, options, platforms, found, out);
}

function answer(
  shown: Shown,
  options: PreviewOptions,
  platforms: readonly Platform[],
  found: Templates,
  out: CliContext['out'],
): void {
  const details = options.details === undefined ? shown.details : detailsOf(options.details);
  const compose = createComposer(found);
  const composed = compose.compose(shown.steps, exampleValues(options.name, details, new Date()), [
    options.lang,
  ]);
  out(languageLine(composed, options.lang, shown.steps, found));
  const leftOut = shown.steps.filter((step) => !composed.steps.includes(step));
  if (leftOut.length > 0) out(`Left out, as there is nothing to ask: ${leftOut.join(', ')}`);
  const blocks = compose.parse(composed.markdown);
  for (const platform of platforms) {
    const messages = messagesOn(platform, blocks);
    for (const [index, message] of messages.entries()) {
      out(`\n${heading(platform, index, messages.length)}\n\n${message}`);
    }
  }
}

/** @throws {NotPossible} */
function platformsOf(written: string): readonly Platform[] {
  if (written === 'both') return PLATFORMS;
  const found = PLATFORMS.find((platform) => platform === written);
  if (!found) throw new NotPossible(`Write --platform slack, discord or both, not ${written.slice(0, 40)}.`);
  return [found];
}

function detailsOf(written: string): string[] {
  const keys = written.split(',').map((key) => key.trim());
  return keys.filter((key) => key !== '' && key !== 'none');
}

function languageLine(
  { language, fellBack }: Composed,
  wanted: string,
  steps: readonly string[],
  found: Templates,
): string {
  if (!fellBack) return `Language: ${language}`;
  if (missingFolder(wanted, found))
    return `Language: ${language}, as there is no folder templates/${wanted}; there are ${found.languages().join(', ')}`;
  const base = wanted.toLowerCase().split(/[-_]/)[0] ?? wanted;
  const missing = steps.filter((step) => !found.get(wanted, step) && !found.get(base, step));
  return `Language: ${language}, in place of ${wanted}, which has no ${missing.join(', ') || 'complete answer'}`;
}

function missingFolder(wanted: string, found: Templates): boolean {
  const [base] = wanted.toLowerCase().split(/[-_]/);
  return !found.languages().some((each) => [wanted.toLowerCase(), base].includes(each.toLowerCase()));
}

function heading(platform: Platform, index: number, count: number): string {
  const name = platform === 'slack' ? 'Slack' : 'Discord';
  return `--- ${name}${count > 1 ? `, message ${index + 1} of ${count}` : ''} ---`;
}

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from 'oxc-parser';
import { commands } from '../../src/commands/index.ts';
import { packageRoot } from '../../src/package-root.ts';

/** Where what people read in chat is made, or why something is not: every sentence of it comes from the catalogue, in each language. */
const ROOMS = [
  'commands',
  'cases',
  'replies',
  'handlers',
  'chat',
  'time',
  'adapters',
  'trackers',
  'transcript',
  'web',
];

/** Files, or folders, with sentences of their own that nobody reads in chat. */
const NOT_FOR_PEOPLE: Readonly<Record<string, string>> = {
  'adapters/discord/connect.ts': 'how the connection stands, for the operator',
  'adapters/discord/held-shards.ts': 'how the connection stands, for the operator',
  'adapters/discord/identify-turns.ts': 'names of limits, for the operator',
  'adapters/discord/index.ts': 'how the connection stands, for the operator',
  'adapters/discord/inspect': 'what hearback check says',
  'adapters/discord/invite.ts': 'what each right is for, for the operator',
  'adapters/discord/invocation.ts': 'the name of the menu, which is registered in each language',
  'adapters/discord/keep-shards.ts': 'how the connection stands, for the operator',
  'adapters/discord/rest.ts': 'an error that none of ours is made of',
  'adapters/discord/wait-longer.ts': 'how the connection stands, for the operator',
  'adapters/email/html-text.ts': 'names of HTML',
  'adapters/email/index.ts': 'what hearback check says',
  'adapters/email/send.ts': 'headers of mail',
  'adapters/slack/connect.ts': 'how the connection stands, for the operator',
  'adapters/slack/inspect': 'what hearback check says',
  'adapters/slack/install': 'how the installation stands, for the operator',
  'adapters/slack/manifest.ts': 'the manifest, which Slack knows in one language',
  'adapters/slack/renew-token.ts': 'how the token stands, for the operator',
  'adapters/slack/sockets.ts': 'how the connection stands, for the operator',
  'cases/tone/': 'lists of words to look for',
  'cases/topics/': 'lists of words to look for',
  'cases/heat/mood': 'lists of words to look for',
  'handlers/call-webhook.ts': 'what webhooks did not take, for the operator',
  'replies/language-tells.ts': 'lists of words to look for',
  'trackers/github.ts': 'how an issue stands, in the words of its tracker',
  'transcript/as-html.ts': 'HTML and CSS',
  'time/': 'words and days as they are typed, and faults of hearback.yaml',
  'replies/details-file.ts': 'faults of templates, for the operator',
  'replies/liquid.ts': 'faults of templates that keep the program from starting, for the operator',
  'replies/templates.ts': 'faults of templates, for the operator',
  'replies/program-templates.ts': 'what templates are for, in the reference',
  'replies/zone-name.ts': 'names of zones in four languages',
  'replies/next-update.ts': 'dates in four languages',
  'web/case-table.ts': 'columns of a table, by names that do not change',
  'web/metrics.ts': 'what figures are, for the operator',
  'web/server.ts': 'what other programs are answered',
};

/** Two words, a word beside something that is put in, or a label of one word. */
const SENTENCE =
  /\p{L}{2,}[^\p{L}]*\s[^\p{L}]*\p{L}{2,}|\p{L}{2,}[ ,.:]+…|…[ ,.:]+\p{L}{2,}|^\p{Lu}\p{Ll}+[ .:…?]*$/u;

/** What is typed as a command is the same in each language. */
const TYPED = new RegExp(
  `^/?(?:feedback )?(?:${commands.map(({ name }) => name).join('|')})[ :-][ a-z…:/@A-Z0-9-]*$`,
);
/** The name of something for the program itself, such as `channel C1`; its own and those of others. */
const KEY = /^(?:[a-z]+[ :]…(?:[ -]…)*|the [a-z]+|Hearback|Discord|Jira|HTTP …|… UTC|MAIL FROM)$/;
/** What other programs read: HTML, CSS, kinds of content, names of files, what lets us in. */
const FOR_PROGRAMS =
  /^<|^[a-z-]+:[^ ].*;|^(?:text|application)\/[\w-]+(?:; charset=utf-8)?$|^[\w…/-]+\.(?:png|md|csv|jsonl)$|^public, max-age=\d+$|^(?:Bearer|Basic) …$/;
const IN_A_SHELL = /^(?:hearback |--)/;

/** Log lines, and errors that nobody is told of. What becomes of the others is said to people: their words are from the catalogue. */
const FOR_OPERATORS =
  /^(?:.*\.)?(?:log|warn|info|debug|error|Error|TypeError|RangeError|RegExp|AppError|OutcomeUnknown|NotYet)$/;

interface Node {
  type: string;
  start: number;
  callee?: unknown;
  [key: string]: unknown;
}

describe('sentences that people read', () => {
  it.each(ROOMS)('are not in the code of src/%s', (room) => {
    const source = join(packageRoot(), 'src');
    const files = readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(source, room, name))
      .filter((file) => !Object.keys(NOT_FOR_PEOPLE).some((path) => relative(source, file).startsWith(path)));
    expect(
      files.flatMap((file) => sentencesIn(file).map((said) => `${relative(source, file)}:${said}`)),
    ).toEqual([]);
  });

  it('are found where they are in the code', () => {
    const code =
      "say(`Case ${name} is with `, person(to), ' now. Thank you!', { label: 'Claim' }); log.warn('a job waits'); go('topic show T-4');";
    expect(sentencesOf(code)).toEqual(['1: Case … is with ', '1:  now. Thank you!', '1: Claim']);
  });
});

function sentencesIn(file: string): string[] {
  return sentencesOf(readFileSync(file, 'utf8'));
}

/** Each with its line. */
function sentencesOf(source: string): string[] {
  const found: string[] = [];
  visit(parseSync('file.ts', source).program.body);
  return found;

  function visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    if (!isNode(node) || isLeftOut(node)) return;
    const text = textOf(node);
    if (
      text !== null &&
      SENTENCE.test(text) &&
      ![TYPED, IN_A_SHELL, KEY, FOR_PROGRAMS].some((each) => each.test(text.trim()))
    )
      found.push(`${source.slice(0, node.start).split('\n').length}: ${text}`);
    for (const child of Object.values(node)) visit(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Types, imports, SQL and what operators read. */
function isLeftOut(node: Node): boolean {
  const calls = node.type === 'CallExpression' || node.type === 'NewExpression';
  return (
    /^(?:Import|TS(?!As|Satisfies|NonNull))/.test(node.type) ||
    node.type === 'TaggedTemplateExpression' ||
    (calls && FOR_OPERATORS.test(nameOf(node.callee)))
  );
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  return node.type === 'MemberExpression' ? `${nameOf(node['object'])}.${nameOf(node['property'])}` : '';
}

/** What a literal says, with … for what is put in; null for anything else. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}

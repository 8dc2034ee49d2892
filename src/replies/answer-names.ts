import type { Templates, VariableName } from './templates.ts';

/** What a case by itself has no value for: a gift, a question to the community, a helper, a team to have kind words. */
const NEEDS_MORE = /^(?:gift|message|helper|department)\./;

/** Sent by the program when something happens; as an answer they would say what is not so, or ask with buttons that are not there. */
const OCCASIONS: ReadonlySet<string> = new Set([
  'close-request',
  'close-request-private',
  'praise-consent',
  'nudge',
  'nudge-last',
  'hint',
]);

/** Names of the templates that can be an answer by themselves. */
export function answerNames(templates: Templates): string[] {
  const needMore = new Set(
    templates
      .all()
      .filter(({ problems, uses }) => problems.length > 0 || [...uses].some(isMore))
      .map(({ name }) => name),
  );
  return templates.names().filter((name) => !needMore.has(name) && !OCCASIONS.has(name));
}

function isMore(variable: VariableName): boolean {
  return NEEDS_MORE.test(variable);
}

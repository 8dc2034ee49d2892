/** What tokens of Slack, Discord, GitHub and Jira, secrets of webhooks, and addresses with a password in them look like. */
const SECRET =
  /whsec_[\w+/=]+|gh[a-z]_\w{20,}|github_pat_\w+|ATATT[\w=-]{20,}|xox[a-z]-[\w-]+|xox[a-z]\.[\w-]+[\w.-]*|xapp-[\w-]+|[\w-]{18,100}\.[\w-]{5,20}\.[\w-]{18,100}|[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/@]*:[^\s@]+@/i;

/** Whether a text has something in it that must not be printed. */
export function looksSecret(text: string): boolean {
  return SECRET.test(text);
}

/** A value as an error may show it: in quotes, short, and never a secret. */
export function shown(value: string): string {
  if (looksSecret(value)) return 'a hidden value';
  const line = value.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '');
  return `"${line.length > 40 ? `${line.slice(0, 39).toWellFormed()}…` : line}"`;
}

/** The little of markdown-it that is used here. */
type Rule = (...args: never[]) => string;
interface Markdown {
  renderer: { rules: Record<string, Rule | undefined> };
}

/** Pages show `{{ … }}` of templates as it is: the site's generator would take it for something to compute. */
export function literalBraces({ renderer }: Markdown): void {
  for (const name of ['text', 'code_inline']) {
    const rule = renderer.rules[name];
    if (rule) renderer.rules[name] = (...args) => rule(...args).replaceAll('{{', '&#123;&#123;');
  }
}

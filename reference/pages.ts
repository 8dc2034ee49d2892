import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage } from './commands-page.ts';
import { environmentPage } from './environment-page.ts';
import { errorsPage } from './errors-page.ts';
import { metricsPage } from './metrics-page.ts';
import { pageText, type Page } from './page.ts';
import { policyPage } from './policy-page.ts';
import { webhooksPage } from './webhooks-page.ts';

/**
 * Everything docs/reference has, by file name. The program is the source; what people read of it is taken from the files that
 * explain it already.
 * @param root of the checkout
 */
export function referenceFiles(root: string): Map<string, string> {
  const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
  const pages = [
    policyPage(read('hearback.example.yaml')),
    environmentPage(read('.env.example')),
    commandsPage(),
    errorsPage(read('docs', 'errors.md')),
    metricsPage(),
    webhooksPage(read('docs', 'webhooks.md')),
  ];
  return new Map([...pages, indexPage(pages)].map((page) => [`${page.name}.md`, pageText(page)]));
}

function indexPage(pages: readonly Page[]): Page {
  return {
    name: 'index',
    title: 'Reference',
    about: 'the list of these pages',
    body: [
      'These pages are made from the program, so they are as exact as it is. A test fails when one of them is not what the program says.',
      pages.map(({ name, title, about }) => `- [${title}](${name}.md): ${about}`).join('\n'),
    ].join('\n\n'),
  };
}

import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { literalBraces } from './braces.ts';
import { outsideLinks, slugify } from './links.ts';
import { sidebar } from './sidebar.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  description: string;
  repository?: string | { url: string };
};

/** `git+https://host/owner/name.git` as browsers open it; null while nobody has said where it lives. */
function repositoryAddress(): string | null {
  const written = manifest.repository;
  const url = typeof written === 'string' ? written : written?.url;
  return url?.replace(/^git\+/, '').replace(/\.git$/, '') ?? null;
}

/** The front page: what GitHub would show as a table in front of it stands here. */
const HOME = {
  layout: 'home',
  hero: {
    name: 'Hearback',
    text: 'Every piece of feedback, heard and answered',
    tagline: 'A bot for Slack and Discord communities that you run yourself.',
    actions: [
      { theme: 'brand', text: 'Quick start', link: '/quick-start' },
      { theme: 'alt', text: 'Reference', link: '/reference/' },
    ],
  },
  features: [
    {
      icon: '🚩',
      title: 'For moderators',
      details: 'Put 🚩 on a message. What happens then, and what your cards can do.',
      link: '/for-moderators',
    },
    {
      icon: '💬',
      title: 'For handlers',
      details: 'From a new case to a member who is satisfied: answers, reminders, promises.',
      link: '/for-handlers',
    },
    {
      icon: '🛠️',
      title: 'For departments',
      details: 'A case comes to your channel. Take it, ask, answer for the member.',
      link: '/for-departments',
    },
    {
      icon: '🧭',
      title: 'For leads',
      details: 'What is too much, too late or too private for everybody, and the numbers.',
      link: '/for-leads',
    },
    {
      icon: '🖥️',
      title: 'For operators',
      details: 'Set it up, watch it, back it up, upgrade it, move it.',
      link: '/for-operators',
    },
    {
      icon: '📖',
      title: 'Reference',
      details: 'Every key, setting, command, error, metric and webhook, made from the program.',
      link: '/reference/',
    },
  ],
};

/** A flag, as part of each page: nothing more has to be loaded. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f6b53"/><path d="M10 6v20M10 8h13l-4 4.5 4 4.5H10" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round"/></svg>',
)}`;

export default defineConfig({
  head: [['link', { rel: 'icon', href: ICON }]],
  title: 'Hearback',
  description: manifest.description,
  lang: 'en',
  cleanUrls: false,
  srcExclude: ['node_modules/**'],
  lastUpdated: false,
  markdown: {
    anchor: { slugify },
    toc: { slugify },
    config(markdown) {
      literalBraces(markdown);
      outsideLinks(markdown, repositoryAddress());
    },
  },
  transformPageData(page) {
    if (page.relativePath === 'index.md') Object.assign(page.frontmatter, HOME);
    if (page.relativePath.startsWith('reference/')) page.frontmatter['pageClass'] = 'wide';
  },
  themeConfig: {
    sidebar,
    nav: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Architecture', link: '/architecture' },
    ],
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
    notFound: {
      title: 'There is no such page',
      quote: 'It may have moved. Look for it by its words above, or begin on the first page.',
      linkLabel: 'To the first page',
      linkText: 'First page',
    },
    externalLinkIcon: true,
  },
});

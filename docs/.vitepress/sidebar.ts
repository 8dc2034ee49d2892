/** A line of the sidebar: what people read, and the page without `.md`. */
interface Entry {
  text: string;
  link: string;
}

interface Group {
  text: string;
  items: Entry[];
  collapsed?: boolean;
}

const pages = (names: Record<string, string>): Entry[] =>
  Object.entries(names).map(([name, text]) => ({ text, link: `/${name}` }));

/** Every page there is, by what one comes for. A test compares it with the folder. */
export const sidebar: Group[] = [
  {
    text: 'Start',
    items: pages({
      'quick-start': 'Quick start',
      sandbox: 'The sandbox',
      connect: 'Connect Slack and Discord',
    }),
  },
  {
    text: 'How to, by role',
    items: pages({
      'for-moderators': 'For moderators',
      'for-handlers': 'For handlers',
      'for-departments': 'For departments',
      'for-leads': 'For leads and management',
      'for-operators': 'For operators',
    }),
  },
  {
    text: 'How it works',
    items: pages({
      playbooks: 'Playbooks',
      templates: 'Templates',
      'follow-up': 'Follow-up',
      escalation: 'Escalation',
      topics: 'Topics',
      'hot-threads': 'Hot threads',
      digest: 'Digest',
      home: 'Your page',
      search: 'Search',
      dashboard: 'Dashboard',
      gifts: 'Gifts',
      across: 'Across platforms',
      access: 'Access',
      privacy: 'Privacy',
    }),
  },
  {
    text: 'With other programs',
    items: pages({
      email: 'E-mail',
      issues: 'GitHub and Jira',
      webhooks: 'Webhooks',
      'export-import': 'Export and import',
    }),
  },
  {
    text: 'Run it',
    items: pages({
      configuration: 'Configuration',
      commands: 'Commands',
      cli: 'The command line',
      operating: 'Operating: backup, upgrade, move',
      performance: 'Performance',
      scale: 'From one machine to many',
      metrics: 'Health and metrics',
      errors: 'Errors',
    }),
  },
  {
    text: 'Reference',
    collapsed: true,
    items: pages({
      'reference/index': 'All of it',
      'reference/policy': 'Policy',
      'reference/environment': 'Environment',
      'reference/commands': 'Commands',
      'reference/errors': 'Errors',
      'reference/metrics': 'Metrics',
      'reference/webhooks': 'Webhooks',
    }),
  },
  { text: 'Inside', items: pages({ architecture: 'Architecture' }) },
];

/**
 * Who may import what: docs/architecture.md in rules. test/layers.test.ts plants a violation of each and sees it found.
 * `room` makes a rule from what a room may import; everything of ours that is not listed is forbidden.
 */
const room = (name, path, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${path}` },
  to: { path: '^(src|sandbox|test|bench|reference|dist)/', pathNot: [`^src/${path}`, ...allowed.map((each) => `^src/${each}`)] },
});

const sdk = (name, modules, home) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: `(^|/)node_modules/(${modules})/` },
});

const POLICY = 'policy/(schema|lookup|duration|localized-text)\\.ts$';
/** What the record offers, as types: the only part of the store that rooms above it see. */
const PORTS = 'store/(store|[a-z-]+-port)\\.ts$';

/** The way from a message, or from words that came another way, to a case. */
const RECORD = '(record|record-told)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    room('errors-import-texts', 'errors\\.ts$', ['texts/']),
    room('chat-is-a-language', 'chat/', ['texts/', 'errors\\.ts$']),
    room('texts-import-nothing', 'texts/', []),
    room('policy-knows-no-platform', 'policy/', ['errors\\.ts$', 'chat/', 'time/', 'log\\.ts$']),
    room('time-is-arithmetic', 'time/', ['texts/', 'errors\\.ts$', 'policy/nearest\\.ts$']),
    room('cases-are-pure', 'cases/', ['texts/', 'chat/', 'time/', POLICY, 'policy/nearest\\.ts$', 'errors\\.ts$']),
    room('replies-know-no-store', 'replies/', ['texts/', 'cases/', 'chat/', 'time/', POLICY, 'errors\\.ts$']),
    room('capture-is-pure', 'capture\\.ts$', ['texts/', 'cases/', 'chat/', 'time/', POLICY]),
    room('store-knows-no-handler', 'store/', ['texts/', 'cases/', 'chat/', 'time/', POLICY, 'errors\\.ts$', 'log\\.ts$', 'package-root\\.ts$']),
    room('slack-is-alone', 'adapters/slack/', ['texts/', 'chat/', 'net/', 'errors\\.ts$', 'log\\.ts$']),
    room('discord-is-alone', 'adapters/discord/', ['texts/', 'chat/', 'net/', 'errors\\.ts$', 'log\\.ts$']),
    room('email-is-alone', 'adapters/email/', ['texts/', 'chat/', 'errors\\.ts$', 'log\\.ts$']),
    room('record-uses-ports', RECORD, ['texts/', 'cases/', 'chat/', 'time/', 'replies/', POLICY, PORTS, 'errors\\.ts$', 'log\\.ts$']),
    room('handlers-use-ports', 'handlers/', ['texts/', 'cases/', 'chat/', 'time/', 'replies/', POLICY, PORTS, 'errors\\.ts$', 'log\\.ts$', RECORD, 'capture\\.ts$', 'digest\\.ts$']),
    room('commands-use-ports', 'commands/', ['texts/', 'cases/', 'chat/', 'time/', 'replies/', POLICY, PORTS, 'errors\\.ts$', 'log\\.ts$', RECORD, 'digest\\.ts$']),
    room('digest-uses-ports', 'digest\\.ts$', ['texts/', 'cases/', 'chat/', 'time/', POLICY, PORTS, 'errors\\.ts$', 'log\\.ts$']),
    room('transcripts-ask-ports', 'transcript/', ['texts/', 'cases/', PORTS, 'errors\\.ts$']),
    room('charts-are-drawn', 'chart/', ['texts/', 'cases/']),
    room('queue-knows-no-handler', 'queue/', ['handlers/handler\\.ts$', 'store/outbox\\.ts$', 'errors\\.ts$', 'log\\.ts$', 'store/database\\.ts$']),
    room('web-asks-ports', 'web/', ['transcript/', 'texts/', 'cases/', 'chat/', 'time/', POLICY, PORTS, 'errors\\.ts$', 'log\\.ts$', 'digest\\.ts$']),
    room('trackers-are-alone', 'trackers/', ['cases/programs/tracker\\.ts$', 'net/', 'errors\\.ts$']),
    room('net-is-alone', 'net/', ['errors\\.ts$']),
    {
      name: 'handlers-not-each-other',
      severity: 'error',
      from: { path: '^src/handlers/', pathNot: '^src/handlers/index\\.ts$' },
      to: { path: '^src/handlers/', pathNot: '^src/handlers/handler\\.ts$' },
    },
    {
      name: 'commands-not-each-other',
      severity: 'error',
      from: { path: '^src/commands/', pathNot: '^src/commands/index\\.ts$' },
      to: { path: '^src/commands/', pathNot: '^src/commands/desk/' },
    },
    {
      name: 'cases-do-no-io',
      severity: 'error',
      from: { path: '^src/(cases|capture\\.ts)' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'] },
    },
    sdk('slack-sdk-only-in-its-adapter', '@slack', '^src/adapters/slack/'),
    sdk('discord-sdk-only-in-its-adapter', '(discord\\.js|@discordjs|discord-api-types)', '^src/adapters/discord/'),
    sdk('mail-only-in-its-adapter', '(nodemailer|imapflow|postal-mime)', '^src/adapters/email/'),
    sdk('bullmq-only-in-the-queue', '(bullmq|ioredis)', '^src/queue/'),
    sdk('sql-only-in-the-store', '(pg|pg-copy-streams)', '^src/(store|queue)/'),
    { name: 'program-not-to-sandbox', severity: 'error', from: { path: '^src/' }, to: { path: '^(sandbox|test|bench|reference)/' } },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^(src|sandbox)/', pathNot: '^sandbox/(screenshots|browser|page-hands)\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^mdast$' } }, // mdast is types only
  ],
  options: {
    doNotFollow: { path: '(node_modules|^dist)' },
    // The bench installs the packages of its yardstick by itself.
    exclude: { path: '^(sandbox/page|bench/chat-sdk)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { read } from './support/documents.ts';

interface LockedPackage {
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

interface Manifest {
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as {
  lockfileVersion: number;
  packages: Record<string, LockedPackage & Partial<Manifest>>;
};
const { '': root, ...packages } = lock.packages;
const named = Object.entries(packages).map(([path, locked]) => ({
  name: path.split('node_modules/').at(-1) ?? '',
  path,
  ...locked,
}));

describe('the lock file', () => {
  it('knows every dependency of package.json as it is written there', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies'] as const)
      expect(root?.[kind]).toEqual(manifest[kind]);
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(packages).toHaveProperty([`node_modules/${name}`]);
  });

  it('has every package with where it comes from and its checksum, so that nothing else can be installed', () => {
    const loose = named.filter(
      ({ resolved = '', integrity = '' }) =>
        // Without an address it is the registry's own.
        !integrity.startsWith('sha512-') ||
        !(resolved === '' || resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(loose.map(({ path }) => path)).toEqual([]);
  });
});

describe('the packages of the benchmark that compares with the chat SDK', () => {
  const there = JSON.parse(read('bench/chat-sdk/package-lock.json')) as typeof lock;
  const { '': top, ...installed } = there.packages;

  it('are locked as its package.json names them, each with its checksum, and have no install script', () => {
    const { dependencies } = JSON.parse(read('bench/chat-sdk/package.json')) as Manifest;
    expect(top?.dependencies).toEqual(dependencies);
    const loose = Object.entries(installed).filter(
      ([, { integrity = '', hasInstallScript = false }]) =>
        !integrity.startsWith('sha512-') || hasInstallScript,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('are installed by that benchmark alone, and none of their scripts is run', () => {
    expect(read('bench/pipeline/contestants.ts')).toMatch(/'ci',[^;]*'--ignore-scripts'/s);
    for (const script of Object.values(manifest.scripts)) expect(script).not.toContain('chat-sdk');
    expect(read('scripts/prepare.mjs')).not.toContain('chat-sdk');
  });
});

describe('install scripts', () => {
  const withScript = [
    ...new Set(named.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)),
  ];

  it('are run by no package: those that have one are listed in allowScripts, each with a no', () => {
    expect(manifest.allowScripts).toEqual(Object.fromEntries(withScript.map((name) => [name, false])));
  });

  it('are none of our own', () => {
    const hooks = [
      'preinstall',
      'install',
      'postinstall',
      'prepare',
      'prepublish',
      'preprepare',
      'postprepare',
    ];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });

  it('are switched off wherever packages are installed', () => {
    const installs = [...read('scripts/prepare.mjs').matchAll(/npm\(\['(?:ci|install)'.*?\]\)/g)].map(
      ([all]) => all,
    );
    expect(installs.length).toBeGreaterThan(0);
    for (const install of installs) expect(install).toContain('...flags');
    expect(read('scripts/prepare.mjs')).toMatch(/const flags = \['--ignore-scripts'/);
    for (const [command] of read('Dockerfile').matchAll(/npm (?:ci|install|prune)[^&\n]*/g))
      expect(command).toContain('--ignore-scripts');
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('runs as an ordinary user, with the program as process 1', () => {
    const users = [...last.matchAll(/^USER (\S+)/gm)].map(([, user]) => user);
    expect(users).toEqual(['node']);
    expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nCMD '));
    expect(last).toMatch(/^CMD \["node"/m);
  });

  it('has no compiler, no tests and no secrets in it', () => {
    expect(dockerfile).toContain('--omit=dev');
    expect([...last.matchAll(/^COPY (?!--from)(\S+)/gm)].map(([, from]) => from)).toEqual([
      'src/store/migrations',
      'src/chart/worker.mjs',
      'src/web/views',
      'src/web/assets',
      'templates',
      'playbooks',
      'hearback.example.yaml',
    ]);
    expect(read('.dockerignore').split('\n')[0]).toBe('**');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) =>
      from!.split(' '),
    );
    const allowed = read('.dockerignore').split('\n');
    expect(copied.filter((from) => !allowed.includes(`!${from.split('/')[0]!}`))).toEqual([]);
    expect(read('.dockerignore')).not.toMatch(/^!.*(\.env(?!\.example)|hearback\.yaml|keys)/m);
  });
});

describe('compose.yaml', () => {
  interface Service {
    read_only?: boolean;
    tmpfs?: string[];
    cap_drop?: string[];
    cap_add?: string[];
    security_opt?: string[];
    privileged?: boolean;
    network_mode?: string;
    ports?: string[];
    environment?: Record<string, string>;
    user?: string;
  }
  const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> };

  it('gives the program a disk it cannot write to, no rights of root, and no way to gain any', () => {
    expect(services['hearback']).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(services['hearback']).not.toHaveProperty('cap_add');
  });

  it.each(Object.entries(services))('keeps %s from the world and from gaining rights', (name, service) => {
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.cap_drop).toEqual(['ALL']);
    expect({ privileged: service.privileged, network: service.network_mode }).toEqual({});
    const outside = (service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'));
    expect([name, outside]).toEqual([name, []]);
  });

  it('gives it its keys, since it cannot keep a file of them', () => {
    expect(services['hearback']?.environment).toHaveProperty('HEARBACK_KEYS');
  });
});

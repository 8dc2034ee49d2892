import type { Environment } from '../../config.ts';

/** How a command of `hearback` is typed here: whoever came by npm has no program of that name. @param command such as `init --force` */
export function typedHere(env: Environment, command: string): string {
  return env['npm_lifecycle_event'] === 'hearback'
    ? `npm run --silent hearback -- ${command}`
    : `hearback ${command}`;
}

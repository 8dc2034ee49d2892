import { AppError } from './errors.ts';

/** A sentence for people; the stack only of what nobody expected. */
export function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, path } = error as { code?: string; port?: number; path?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Is Hearback running already? Else choose another one, such as PORT=3001.`;
  return (path !== undefined && AT_PATH[code ?? '']?.(path)) || (error.stack ?? error.message);
}

/** What a system says of a file somebody has named. */
const AT_PATH: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no ${path}. Look at how it is written, and at the folder you are in.`,
  EACCES: (path) =>
    `${path} is not yours to read or write. Let its owner give you the right to (chmod, chown).`,
  EISDIR: (path) => `${path} is a folder, and a file is meant.`,
  ENOTDIR: (path) => `${path} leads through something that is no folder.`,
};

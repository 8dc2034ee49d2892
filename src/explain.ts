import { AppError } from './errors.ts';

/** A sentence for people; the stack only of what nobody expected. */
export function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Is Hearback running already? Else choose another one, such as PORT=3001.`;
  return error.stack ?? error.message;
}

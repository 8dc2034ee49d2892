/** Why the system refused, such as ENOENT or EACCES. */
export function codeOf(error: unknown): string {
  const isCoded =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : 'unknown';
}

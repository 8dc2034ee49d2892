import type { SearchQuery } from '../../cases/search/search-query.ts';
import { NotPossible } from '../../errors.ts';
import type { Search, SearchPage } from '../../store/search-port.ts';
import type { CommandContext } from './command.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const QUERY_CANCELED = '57014';

/**
 * What somebody looks for, among the cases of their community that they may see.
 * @throws {NotPossible} with advice, where looking takes longer than it may
 */
export function findInTime(
  { search, workspace, standing }: Pick<CommandContext, 'search' | 'workspace' | 'standing'>,
  query: SearchQuery,
  page: Omit<Parameters<Search['find']>[2], 'eyes'>,
): Promise<SearchPage> {
  return search.find(workspace.id, query, { eyes: standing, ...page }).catch((error: unknown) => {
    const isTooLong = error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
    throw isTooLong ? new NotPossible(({ search: words }) => words.tookTooLong) : error;
  });
}

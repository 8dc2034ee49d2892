import type { en } from '../en/index.ts';
import { cards } from './cards/index.ts';
import { commands } from './commands/index.ts';
import { common } from './common.ts';
import { dashboard } from './dashboard.ts';
import { figures } from './figures.ts';
import { history } from './history.ts';
import { search } from './search.ts';
import { home } from './home.ts';
import { record } from './record.ts';
import { rules } from './rules/index.ts';
import { says } from './says/index.ts';

/** French. */
export const fr: typeof en = {
  cards,
  commands,
  common,
  dashboard,
  figures,
  history,
  home,
  record,
  rules,
  says,
  search,
};

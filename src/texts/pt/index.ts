import type { en } from '../en/index.ts';
import { common } from './common.ts';
import { dashboard } from './dashboard.ts';
import { figures } from './figures.ts';
import { history } from './history.ts';
import { search } from './search.ts';
import { home } from './home.ts';
import { record } from './record.ts';

/** Portuguese. */
export const pt: typeof en = { common, dashboard, figures, history, home, record, search };

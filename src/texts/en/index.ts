import { common } from './common.ts';
import { search } from './search.ts';
import { dashboard } from './dashboard.ts';
import { figures } from './figures.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { record } from './record.ts';

/** English, which all other languages follow: a text that is missing in one of them does not compile. */
export const en = { common, dashboard, figures, history, home, record, search };

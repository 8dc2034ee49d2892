import { cards } from './cards/index.ts';
import { commands } from './commands/index.ts';
import { common } from './common.ts';
import { search } from './search.ts';
import { dashboard } from './dashboard.ts';
import { figures } from './figures.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { record } from './record.ts';
import { rules } from './rules/index.ts';
import { says } from './says/index.ts';

/** English, which all other languages follow: a text that is missing in one of them does not compile. */
export const en = { cards, commands, common, dashboard, figures, history, home, record, rules, says, search };

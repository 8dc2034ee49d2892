import { glimpse } from './glimpse.ts';

// See short.long.test.ts.

glimpse(1);

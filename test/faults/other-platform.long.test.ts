import { glimpse } from './glimpse.ts';

// See short.test.ts.

glimpse(1);

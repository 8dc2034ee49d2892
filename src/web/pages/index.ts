import type { Page } from '../page.ts';
import { barometer } from './barometer.ts';
import { showCase } from './case.ts';
import { cases } from './cases.ts';
import { download } from './download.ts';
import { enter } from './enter.ts';
import { fetchDownload } from './fetch-download.ts';
import { file } from './file.ts';
import { gifts } from './gifts.ts';
import { playbooks } from './playbooks.ts';
import { promises } from './promises.ts';
import { search } from './search.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { topics } from './topics.ts';

/** Every page there is. A new one is a file here, a line in this list, and a row in the access matrix. */
export const pages: readonly Page[] = [
  signIn,
  enter,
  cases,
  showCase,
  file,
  search,
  barometer,
  topics,
  promises,
  gifts,
  playbooks,
  signOut,
  download,
  fetchDownload,
];

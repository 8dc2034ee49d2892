import type { Page } from '../page.ts';
import { showCase } from './case.ts';
import { cases } from './cases.ts';
import { download } from './download.ts';
import { enter } from './enter.ts';
import { fetchDownload } from './fetch-download.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Every page there is. A new one is a file here, a line in this list, and a row in the access matrix. */
export const pages: readonly Page[] = [signIn, enter, cases, showCase, signOut, download, fetchDownload];

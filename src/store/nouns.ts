import type { Pool } from 'pg';
import type { Log } from '../log.ts';
import type { Audit } from './audit-port.ts';
import { createAudit } from './audit.ts';
import { createDeadLetters } from './dead-letters.ts';
import type { DeadLetters } from './dead-letters-port.ts';
import { createGifts } from './create-gifts.ts';
import { createKeys } from './create-keys.ts';
import { createCaseLists } from './case-parts.ts';
import type { CaseLists } from './case-list-port.ts';
import { createCasePages } from './case-pages.ts';
import type { CasePages } from './case-pages-port.ts';
import { createOutbox } from './create-outbox.ts';
import { createStore } from './create-store.ts';
import type { Installations } from '../chat/installation.ts';
import { createInstallations } from './installations.ts';
import type { FigureBook } from './figures-port.ts';
import { createFigures } from './figures.ts';
import type { Exports } from './exports-port.ts';
import { createExports } from './exports.ts';
import type { Gifts } from './gifts-port.ts';
import type { Imports } from './imports-port.ts';
import { createImports } from './imports.ts';
import type { Issues } from './issues-port.ts';
import { createIssues } from './issues.ts';
import type { Keys } from './keys-port.ts';
import type { MailRoom } from './mail-port.ts';
import { createMailRoom } from './mail.ts';
import type { Digests } from './digests-port.ts';
import { createDigests } from './digests.ts';
import { createIdentities } from './identities.ts';
import type { Identities } from './identities-port.ts';
import type { People } from './people-port.ts';
import { createPeople } from './people.ts';
import { createDoor } from './door.ts';
import type { Door } from './door-port.ts';
import type { Duty } from './duty-port.ts';
import type { Homes } from './home-port.ts';
import { createHomes } from './homes.ts';
import { createDuty } from './duty.ts';
import type { Outbox } from './outbox.ts';
import { createPace, type StoredPace } from './pace.ts';
import type { Privacy } from './privacy-port.ts';
import { createPrivacy } from './privacy.ts';
import type { Roles } from './roles-port.ts';
import { createRoles } from './roles.ts';
import { noSeal, type Seal } from './seal.ts';
import type { Topics } from './topics-port.ts';
import { createTopics } from './topics.ts';
import type { Transcripts } from './transcripts-port.ts';
import { createTranscripts } from './transcripts.ts';
import type { Search } from './search-port.ts';
import { createSearch } from './search.ts';
import type { Satisfaction } from './satisfaction-port.ts';
import { createSatisfaction } from './satisfaction.ts';
import type { Webhooks } from './webhooks-port.ts';
import { createWebhooks } from './webhooks.ts';
import type { Store } from './store.ts';

/** What the record keeps, one thing each. */
export interface Nouns {
  store: Store;
  outbox: Outbox;
  /** When calls to the platforms may be made. */
  pace: StoredPace;
  deadLetters: DeadLetters;
  audit: Audit;
  /** What the pages show of cases, and the way into them. */
  pages: CasePages;
  lists: CaseLists;
  /** The numbers of the dashboard. */
  figures: FigureBook;
  door: Door;
  privacy: Privacy;
  /** The record as lines, and lines as record. */
  exports: Exports;
  imports: Imports;
  transcripts: Transcripts;
  gifts: Gifts;
  people: People;
  /** Which accounts are one person. */
  identities: Identities;
  digests: Digests;
  /** Roles that change. */
  roles: Roles;
  duty: Duty;
  /** Pages of people's own. */
  homes: Homes;
  /** Cases about the same thing. */
  topics: Topics;
  satisfaction: Satisfaction;
  /** The search over the record. */
  search: Search;
  webhooks: Webhooks;
  issues: Issues;
  /** Departments by e-mail. */
  mail: MailRoom;
  keys: Keys;
  /** Where the app was installed, with its tokens. */
  installations: Installations;
}

export interface NounOptions {
  log: Log;
  now: () => Date;
  paceSpeed: number;
  /** Null: nothing is sealed. */
  seal: Seal | null;
}

/** On a database that is migrated. */
export function createNouns(pool: Pool, { log, now, paceSpeed, seal }: NounOptions): Nouns {
  return {
    pages: createCasePages(pool),
    lists: createCaseLists(pool),
    figures: createFigures(pool),
    door: createDoor(pool, { now }),
    store: createStore(pool, { now, seal: seal ?? noSeal }),
    outbox: createOutbox(pool, { now }),
    pace: createPace(pool, { log, speed: paceSpeed }),
    deadLetters: createDeadLetters(pool, { now }),
    audit: createAudit(pool, { now }),
    gifts: createGifts(pool, { now, seal: seal ?? noSeal }),
    people: createPeople(pool, { now }),
    roles: createRoles(pool, { now }),
    identities: createIdentities(pool, { now }),
    mail: createMailRoom(pool, { now, seal: seal ?? noSeal }),
    digests: createDigests(pool, { now }),
    duty: createDuty(pool, { now }),
    homes: createHomes(pool, { now }),
    topics: createTopics(pool, { now }),
    satisfaction: createSatisfaction(pool),
    search: createSearch(pool, { now }),
    webhooks: createWebhooks(pool, { now }),
    issues: createIssues(pool, { now }),
    privacy: createPrivacy(pool, { now, seal: seal ?? noSeal }),
    exports: createExports(pool, { seal: seal ?? noSeal }),
    imports: createImports(pool, { now, seal: seal ?? noSeal }),
    transcripts: createTranscripts(pool),
    keys: createKeys(pool, { now, seal }),
    installations: createInstallations(pool, { now, seal: seal ?? noSeal }),
  };
}

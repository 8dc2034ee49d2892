/** Ones that somebody must not see any more, of messages that were sent: as a condition on `hearback.follow_news n`. */
export const NOT_FOR_THEM = `(c.audience = 'leads'
  or exists (select from hearback.role_lost l where l.workspace_id = c.workspace_id and l.user_id = n.user_id)
  or exists (select from hearback.case_exclusion e
  where e.case_id = n.case_id and hearback.person_key(c.workspace_id, n.user_id) in (select hearback.account_keys(c.workspace_id, e.user_id))))`;

/** Messages that show a case to somebody who must not see it any more, and have not been drawn since: ids of deliveries. */
export const STALE_NEWS = `select n.delivery_id from hearback.follow_news n join hearback.cases c using (case_id)
  where n.case_id = $1 and n.shown_version < c.version and ${NOT_FOR_THEM}`;

-- What is asked of the record all the time, or removed from it every day, is found by an index: a test looks at all of it
-- (test/store/index-use.test.ts). These tables are small ones: a million cases have some ten thousand rows of each, indexed in a moment.

-- Who solved cases of others, in a month or since the last digest.
create index credit_at on hearback.credit (at);
-- Which digest was asked for last; and those that are old.
create index digest_key on hearback.digest (workspace_id, key, period_to);
create index digest_made on hearback.digest (made_at);
-- What is removed when its time is over.
create index to_do_at on hearback.to_do (at);
create index mood_hour_at on hearback.mood_hour (hour);
create index trouble_since on hearback.trouble (since);

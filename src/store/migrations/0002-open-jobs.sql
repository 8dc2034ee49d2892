-- What is neither done nor given up is counted and looked through again and again; rows that are done are not in the way.
create index outbox_open on hearback.outbox (run_at) where done_at is null;
drop index hearback.outbox_dispatched;

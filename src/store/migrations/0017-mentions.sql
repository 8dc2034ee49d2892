-- Whom a message mentioned whenever it was seen: they count for who is kept out of its cases, also after it was edited or deleted.
alter table hearback.message add column mentions text[] not null default '{}';

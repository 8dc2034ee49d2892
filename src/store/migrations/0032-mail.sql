-- Departments by e-mail: how far the mailbox with their answers has been read, and the files that came with an answer.

-- One process at a time reads a mailbox. uid_validity and last_uid: see RFC 9051, 2.3.1.1; null until the first look.
create table hearback.mailbox (
  mailbox text primary key,
  uid_validity text,
  last_uid bigint,
  held_by text,
  held_until timestamptz
);

-- bytes: sealed; null with a problem where they were not kept, or not any more.
create table hearback.mail_file (
  mail_file_id bigint generated always as identity primary key,
  note_id bigint not null references hearback.note on delete cascade,
  name text not null,
  mime text not null,
  size int not null,
  bytes bytea,
  sealed_with text references hearback.seal_key,
  problem text
);
create index mail_file_note on hearback.mail_file (note_id);
create index mail_file_sealed on hearback.mail_file (sealed_with) where bytes is not null;

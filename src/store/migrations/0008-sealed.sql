-- Bytes are sealed (encrypted) before they come here: see src/store/seal.ts and docs/configuration.md.

-- Every key something is, or is about to be, sealed under. The proof is sealed by the key itself, so that a process with
-- another key of the same name, or without it, is noticed before it does harm.
create table hearback.seal_key (
  key_id text primary key,
  proof bytea not null,
  first_used_at timestamptz not null
);

-- Null: the bytes are as they came, from before there were keys. The daily tidying seals them.
alter table hearback.file add column sealed_with text references hearback.seal_key;
-- From now on nobody writes plain bytes any more, also no older program that is still running; what is there is not looked at.
alter table hearback.file add constraint file_is_sealed check (bytes is null or sealed_with is not null) not valid;
-- Sealed bytes cannot be compressed, and uncompressed ones can be read in pieces.
alter table hearback.file alter column bytes set storage external;
create index file_sealed_with on hearback.file (sealed_with, file_row_id) where bytes is not null;

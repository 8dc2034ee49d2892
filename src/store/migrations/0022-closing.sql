-- Each question whether a case is solved, and the one answer to it.
create table hearback.close_request (
  -- The message that asks.
  reply_id bigint primary key references hearback.reply on delete cascade,
  case_id bigint not null references hearback.cases on delete cascade,
  asked_at timestamptz not null,
  answer text check (answer in ('solved', 'not_yet')),
  answered_at timestamptz,
  -- Why not, in the member's words.
  reason text,
  rating smallint check (rating between 1 and 5),
  rated_at timestamptz,
  -- The member's words about how it was looked after.
  comment text,
  -- The case was taken up again: it asks nothing any more.
  over_at timestamptz,
  -- The case's version with the latest of all this: the message shows it from then on.
  version integer,
  check ((answer is null) = (answered_at is null)),
  check ((rating is null) = (rated_at is null)),
  check (rating is null or answer = 'solved'),
  check (reason is null or answer = 'not_yet')
);
create index close_request_case on hearback.close_request (case_id);
create index close_request_asked on hearback.close_request (asked_at);

-- How often the member said that it is not solved yet, as far as somebody higher up can look at it.
alter table hearback.cases add column level smallint not null default 1 check (level between 1 and 3);

-- Until now a solved case stayed so for good. Whoever comes back to one of these takes it up again, as before.
update hearback.cases set state = 'closed_unconfirmed' where state = 'solved';

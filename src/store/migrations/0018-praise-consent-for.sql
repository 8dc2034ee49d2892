-- A question for consent names one department, and each question has an answer of its own: a yes counts for that department alone.
alter table hearback.reply
  -- The key of the department which the question in this answer names; null where it asks for nobody.
  add column consent_for text,
  -- What the member said to it; null while they have not.
  add column consent text check (consent in ('given', 'refused')),
  -- The case's version with that: the message with the question shows it from then on.
  add column consent_version integer;

-- Until now nobody wrote down who was asked for. It is known where the words went on with the yes, in its transaction.
update hearback.reply r set consent = c.consent, consent_version = c.consent_version,
  consent_for = (select p.detail ->> 'department' from hearback.history p join hearback.history y using (case_id, at)
    where p.case_id = r.case_id and p.action = 'praised' and p.actor_id is null and y.action = 'consent_given'
      and p.detail ? 'department' order by p.history_id limit 1)
from hearback.cases c
where c.case_id = r.case_id and c.consent is not null and r.state = 'sent' and 'praise-consent' = any(r.steps);

alter table hearback.cases drop column consent, drop column consent_version;

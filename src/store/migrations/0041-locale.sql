-- The language somebody who works on cases uses the platform in, where it says so only with what they type or press (Discord):
-- reminders and lists by direct message are written in it.

alter table hearback.person add column locale text;

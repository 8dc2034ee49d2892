-- Which topic a case has, without its terms: of those that have one.
create index topic_of_case on hearback.topic_case (case_id) include (topic_id, linked_at) where topic_id is not null;

-- Who needs and offers what is counted out of this index alone, and the first people of a topic are its first entries.
DROP INDEX topic_statement_topic;
CREATE INDEX topic_statement_topic ON topic_statement (topic_id, kind, person_id, ended_on);

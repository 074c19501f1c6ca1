-- The search index: derived data, rebuilt from the tables by search/indexing.ts and never undone by itself.
-- Both tables hold text that is folded (accents, case) before it is stored. rowid = person id.

-- words and prefixes, ranked by column
CREATE VIRTUAL TABLE person_words USING fts5 (
  name, organisation, topic, contact, note,
  content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
-- substrings of three and more letters
CREATE VIRTUAL TABLE person_trigrams USING fts5 (
  name, organisation, contact,
  content = '', contentless_delete = 1, tokenize = 'trigram', detail = 'full'
);

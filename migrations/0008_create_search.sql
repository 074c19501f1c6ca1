-- The search index: derived data, rebuilt from the tables by search/indexing.ts and never undone by itself.
-- All three hold text that is folded (accents, case) before it is stored. rowid = person id.

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
-- names as they are mistyped: each word of a name without one of its letters, and as it sounds; see tables/typo-keys.ts.
-- Word positions are not needed, so they are not kept (detail = none).
CREATE VIRTUAL TABLE person_typos USING fts5 (
  keys,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', detail = 'none'
);

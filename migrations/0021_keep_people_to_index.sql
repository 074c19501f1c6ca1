-- People whose entry in the search index is to be made anew. A change of many people (a large import, its undo) notes
-- them here instead of keeping the user waiting for the index; search/indexing.ts makes the entries afterwards.
CREATE TABLE search_pending (
  id INTEGER PRIMARY KEY, -- person id; whoever is gone by then loses their entry
  part INTEGER NOT NULL CHECK (part BETWEEN 1 AND 3) -- how much of the entry: words, trigrams too, keys of misspelt names too
) STRICT;

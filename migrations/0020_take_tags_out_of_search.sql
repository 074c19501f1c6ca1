-- Tags are looked up beside the index from now on (tables/find-persons.ts), so that a tag given to 100,000 people
-- writes none of their entries anew. Only the program folds text as the index holds it: it makes an index that is
-- empty anew when it opens the book.
INSERT INTO person_words (person_words) VALUES ('delete-all');

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompactGraph, TieFilter } from './index.ts';
import { adoptGraph, applyEdits, packGraph, shareGraph, unpackGraph } from './index.ts';
import { anyBook, anyEdit, buildBoth, PROPERTY_RUNS } from './testing/arbitraries.ts';
import type { NaiveBook } from './testing/naive-book.ts';
import { sorted } from './testing/naive-book.ts';
import { QUESTIONS } from './testing/questions.ts';

const RUNS = { numRuns: PROPERTY_RUNS };
const anyQuestionAtAll = fc.oneof(...Object.values(QUESTIONS));

describe('on any small book, the graph answers like the plain search', () => {
  test.each(Object.entries(QUESTIONS))('%s', (_, anyQuestion) => {
    expect.hasAssertions();
    fc.assert(
      fc.property(anyBook, anyQuestion, (recipe, ask) => {
        const { book, graph } = buildBoth(recipe);
        const { answer, naive } = ask(book, graph);
        expect(answer).toEqual(naive);
      }),
      RUNS,
    );
  });
});

describe('on any small book that is being edited', () => {
  test('every question sees all edits made before it', () => {
    expect.hasAssertions();
    const anyStep = fc.record({
      edits: fc.array(anyEdit, { maxLength: 4 }),
      questions: fc.array(anyQuestionAtAll, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(anyBook, fc.array(anyStep, { maxLength: 6 }), (recipe, steps) => {
        const { book, graph } = buildBoth(recipe);
        for (const { edits, questions } of steps) {
          applyEdits(graph, edits);
          edits.forEach((edit) => book.apply(edit));
          for (const ask of questions) {
            const { answer, naive } = ask(book, graph);
            expect(answer).toEqual(naive);
          }
        }
        expect(readGraph(graph, book)).toEqual(readBook(book));
      }),
      RUNS,
    );
  });

  test('compacting, packing and sharing change no answer', () => {
    expect.hasAssertions();
    const anyEdits = fc.array(anyEdit, { maxLength: 6 });
    fc.assert(
      fc.property(anyBook, anyEdits, anyQuestionAtAll, (recipe, edits, ask) => {
        const { book, graph } = buildBoth(recipe);
        applyEdits(graph, edits);
        edits.forEach((edit) => book.apply(edit));
        const view = adoptGraph(structuredClone(shareGraph(graph)));
        const unpacked = unpackGraph(packGraph(graph, 'stamp'), 'stamp') ?? graph;
        expect(unpacked).not.toBe(graph);
        for (const copy of [graph, view, unpacked]) {
          const { answer, naive } = ask(book, copy);
          expect(answer).toEqual(naive);
          expect(readGraph(copy, book)).toEqual(readBook(book));
        }
      }),
      RUNS,
    );
  });
});

const EVERYTHING: TieFilter = { includePossible: true };

function readBook(book: NaiveBook) {
  return {
    people: sorted(book.people()),
    tieCount: book.ties.size,
    ties: [...book.ties.values()].map(({ strength, platforms, possible }) => ({
      strength,
      platforms,
      possible,
    })),
    neighbours: book.people().map((person) => sorted(book.neighbours(person, EVERYTHING))),
    doNotAsk: book.people().map((person) => book.doNotAsk.get(person)),
  };
}

/** The same facts out of the graph, looked up for the people and ties of the book. */
function readGraph(graph: CompactGraph, book: NaiveBook) {
  return {
    people: sorted(graph.people()),
    tieCount: graph.tieCount,
    ties: [...book.ties.values()].map(({ a, b }) => graph.tie(a, b)),
    neighbours: book.people().map((person) => sorted(graph.neighbourIds(person))),
    doNotAsk: book.people().map((person) => graph.isDoNotAsk(person)),
  };
}

import { openBook } from '../src-main/book/open-book.ts';
import type { QueryContext } from '../src-main/book/context.ts';
import { answerQuestion, type CompactGraph } from '../src-main/graph/index.ts';
import { favoursHandlers } from '../src-main/favours/handlers.ts';
import { introductionsHandlers } from '../src-main/introductions/handlers.ts';
import { suggestionsHandlers } from '../src-main/suggestions/handlers.ts';
import { type BenchBook, migrations } from './bench-book.ts';
import type { Figure } from './lifetime.ts';
import { timeEach } from './measure.ts';
import { CLOCK } from './write-book.ts';

const runs = 20;
/** Over the large book some of these take seconds: they are asked for so long, and at least once. */
const budgetMs = 3000;

/** Questions that read rows as well as the graph, as the store answers them: medians of several runs. */
export function measureStoreQuestions(book: BenchBook, graph: CompactGraph): Figure[] {
  const opened = openBook({ path: book.path, migrations, clock: CLOCK });
  const context: QueryContext = {
    book: opened.reader,
    clock: CLOCK,
    network: {
      graph: () => graph,
      ask: async (question, input) => answerQuestion(graph, question, input, () => {}),
    },
    checkpoint: () => {},
  };
  const ask = (name: string, question: () => unknown): Figure => ({
    name,
    value: timeEach(runs, question, { budgetMs }).median,
    unit: 'ms',
  });
  const figures = [
    ask('at the store: pairs worth introducing, the best 20', () =>
      suggestionsHandlers.pairs(context, { limit: 20 }),
    ),
    ask('at the store: who needs and offers what', () =>
      suggestionsHandlers.needsAndOffers(context, { met: 24, unmet: 24, offered: 24 }),
    ),
    ask('at the store: introductions that took', () => introductionsHandlers.took(context, {})),
    ask('at the store: thanks owed', () => favoursHandlers.owed(context, {})),
  ];
  opened.close();
  return figures;
}

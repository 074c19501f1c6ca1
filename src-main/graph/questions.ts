import { findCutPoints } from './articulation-points.ts';
import type { CompactGraph } from './compact-graph.ts';
import { findConstraint } from './constraint.ts';
import { findPairsJoinedOnlyBy } from './joined-pairs.ts';
import type { ContactOverlap, OverlapMatrix } from './overlap-all.ts';
import { findOverlapMatrix, rankByNewAudience } from './overlap-all.ts';
import { findReach } from './reach.ts';
import type { Reach } from './reach-spread.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';
import type { Checkpoint, TieFilter } from './tie-filter.ts';

/*
 * The questions that can take long over a large graph, in a form that can be posted to another thread: a name, an
 * input and an answer of plain data.
 */

/** What can be asked, by name: input and answer. */
export interface GraphQuestions {
  readonly reach: {
    readonly input: {
      readonly me: number | null;
      readonly through: readonly number[];
      readonly hops: number;
      readonly filter: TieFilter;
      /** Name those reached, too. */
      readonly listPeople?: boolean;
    };
    readonly answer: Reach;
  };
  readonly newAudience: {
    readonly input: { readonly me: number; readonly filter: TieFilter };
    readonly answer: ContactOverlap[];
  };
  readonly matrix: {
    readonly input: { readonly people: readonly number[]; readonly filter: TieFilter };
    readonly answer: OverlapMatrix;
  };
  readonly brokers: {
    readonly input: { readonly of: number; readonly filter: TieFilter };
    readonly answer: {
      readonly pairs: number;
      readonly constraint: number | null;
      /** Ids of the people without whom the network of the broker falls apart. */
      readonly cutPeople: number[];
    };
  };
  readonly surroundings: {
    readonly input: {
      readonly me: number;
      readonly hops: 1 | 2;
      readonly mostPeople: number;
      readonly filter: TieFilter;
    };
    readonly answer: Surroundings;
  };
}
export type GraphQuestion = keyof GraphQuestions;

interface Way<Q extends GraphQuestion> {
  /** About how many ties it will walk: tells what is answered at once and what goes to another thread. */
  cost(graph: CompactGraph, input: GraphQuestions[Q]['input']): number;
  answer(
    graph: CompactGraph,
    input: GraphQuestions[Q]['input'],
    checkpoint: Checkpoint,
  ): GraphQuestions[Q]['answer'];
}

/** Finding communities takes as long, a tie, as walking so many. */
const communityCost = 200;
/** Members whom one pass over the graph can follow at once. */
const membersAPass = 32;

const ways: { readonly [Q in GraphQuestion]: Way<Q> } = {
  reach: {
    cost(graph, { hops, through }) {
      const near = sum(through, (id) => degreeOf(graph, id));
      if (hops === 1) return near;
      return Math.ceil(through.length / membersAPass) * graph.tieCount * 2;
    },
    answer: (graph, { filter, hops, listPeople = false, me, through }, checkpoint) =>
      findReach(graph, me, through, { ...filter, hops, listPeople, checkpoint }),
  },
  newAudience: {
    cost: (graph, { me }) => sum(graph.neighbourIds(me), (id) => degreeOf(graph, id)),
    answer: (graph, { filter, me }, checkpoint) =>
      rankByNewAudience(graph, me, { ...filter, checkpoint }),
  },
  matrix: {
    cost: (graph, { people }) => people.length * sum(people, (id) => degreeOf(graph, id)),
    answer: (graph, { filter, people }, checkpoint) =>
      findOverlapMatrix(graph, people, { ...filter, checkpoint }),
  },
  brokers: {
    // the search for cut points goes through everything, and jumps about while it does
    cost: (graph) => graph.tieCount * 8,
    answer(graph, { filter, of }, checkpoint) {
      const part = (from: number, share: number) => ({
        ...filter,
        checkpoint: (done: number) => checkpoint(from + done * share),
      });
      return {
        cutPeople: findCutPoints(graph, of, part(0, 0.6)).people.map(({ person }) => person),
        pairs: findPairsJoinedOnlyBy(graph, of, 0, part(0.6, 0.4)).count,
        constraint: findConstraint(graph, of, filter),
      };
    },
  },
  surroundings: {
    cost(graph, { hops, me, mostPeople }) {
      const near = sum(graph.neighbourIds(me), (id) => degreeOf(graph, id));
      const meanDegree = graph.slots === 0 ? 0 : (2 * graph.tieCount) / graph.slots;
      const shown = Math.min(near, mostPeople * meanDegree, graph.tieCount);
      return (hops === 1 ? 1 : 2) * near + shown * communityCost;
    },
    answer: (graph, { filter, hops, me, mostPeople }, checkpoint) =>
      findSurroundings(graph, me, { ...filter, hops, mostPeople, checkpoint }),
  },
};

/** About how many ties a question would walk. */
export function estimateCost<Q extends GraphQuestion>(
  graph: CompactGraph,
  question: Q,
  input: GraphQuestions[Q]['input'],
): number {
  return ways[question].cost(graph, input);
}

/** Answers a question here and now. Throws what the checkpoint throws. */
export function answerQuestion<Q extends GraphQuestion>(
  graph: CompactGraph,
  question: Q,
  input: GraphQuestions[Q]['input'],
  checkpoint: Checkpoint,
): GraphQuestions[Q]['answer'] {
  checkpoint(0);
  return ways[question].answer(graph, input, checkpoint);
}

function degreeOf(graph: CompactGraph, id: number): number {
  const person = graph.index.get(id);
  return person < 0 ? 0 : graph.end[person] - graph.start[person];
}

function sum(ids: readonly number[], of: (id: number) => number): number {
  return ids.reduce((total, id) => total + of(id), 0);
}

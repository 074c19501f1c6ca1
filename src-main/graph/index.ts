/**
 * The graph: who is tied to whom, and what follows from it. Pure: no input or output, no clock.
 *
 *     const builder = new GraphBuilder();
 *     for (const row of sweep) builder.addTie(row.a, row.b, row.strength, row.platformMask, row.possible);
 *     const graph = builder.build({ me });
 *     findOverlap(graph, me, partner);
 *     findChains(graph, me, target, 5);
 *     findWhoToAsk(graph, me, [target], 10);
 *     applyEdits(graph, [{ kind: 'remove-tie', a, b }]);   // the next question sees it
 *
 * People are person ids (positive integers up to 2^53) everywhere; platforms are numbers from 0 that the caller
 * gives out, 0..30 being the quick ones. A person the graph does not know has no ties in any answer.
 */
export type { Bridge, CutPerson, CutPoints } from './articulation-points.ts';
export { findCutPoints } from './articulation-points.ts';
export { wordsOf } from './arc-columns.ts';
export type { Arrangement, NumberedPairs } from './arrange-rows.ts';
export { arrangeRows } from './arrange-rows.ts';
export type { BestToAsk, BestToAskOptions } from './best-to-ask.ts';
export { findBestToAsk } from './best-to-ask.ts';
export type { SweptPeople } from './build-rows.ts';
export { assembleGraph, prepareFilling } from './build-rows.ts';
export type { Chain, ChainOptions } from './chains.ts';
export { compareChains, DEFAULT_MAX_TIES, findChains } from './chains.ts';
export type { TieView } from './compact-graph.ts';
export { CompactGraph, DO_NOT_ASK } from './compact-graph.ts';
export { compactGraph, needsCompaction } from './compact-rows.ts';
export type { ConstraintOptions } from './constraint.ts';
export { findConstraint } from './constraint.ts';
export type { GraphEdit, TieValue } from './edit-graph.ts';
export { applyEdits, removePerson, removeTie, setPerson, setTie } from './edit-graph.ts';
export type { Filling } from './fill-rows.ts';
export { RowFiller } from './fill-rows.ts';
export type { BuildOptions } from './graph-builder.ts';
export { GraphBuilder } from './graph-builder.ts';
export type { JoinedPairs } from './joined-pairs.ts';
export { findPairsJoinedOnlyBy } from './joined-pairs.ts';
export type { Neighbourhood, NeighbourhoodOptions } from './neighbourhood.ts';
export { findNeighbourhood } from './neighbourhood.ts';
export type { OnlyThrough } from './only-through.ts';
export { findOnlyThrough } from './only-through.ts';
export type { Overlap, OverlapCounts } from './overlap.ts';
export { countOverlap, findOverlap } from './overlap.ts';
export type { ContactOverlap, OverlapMatrix } from './overlap-all.ts';
export { findOverlapMatrix, rankByNewAudience } from './overlap-all.ts';
export { PeopleIndex } from './people-index.ts';
export type { PlatformOverlap } from './overlap-by-platform.ts';
export { packGraph, unpackGraph } from './pack-graph.ts';
export type { GraphQuestion, GraphQuestions } from './questions.ts';
export { answerQuestion, estimateCost } from './questions.ts';
export { findReach } from './reach.ts';
export type { Interval, ReachInterval, ReportedNetwork } from './reach-interval.ts';
export { intervalOfReach } from './reach-interval.ts';
export type { Reach, ReachMember, ReachOptions } from './reach-spread.ts';
export { runToEnd } from './run-to-end.ts';
export type { SharedGraph } from './share-graph.ts';
export { adoptGraph, shareGraph } from './share-graph.ts';
export type {
  CombinedEvidence,
  EvidenceKind,
  EvidencePiece,
  EvidenceWeight,
  WeighedPiece,
} from './strength.ts';
export {
  combineEvidence,
  EVIDENCE_WEIGHTS,
  FOLLOW_BOTH_WAYS,
  isConfirmed,
  keptAfter,
  RATING_STRENGTHS,
  sumShares,
  weighPiece,
  yearsBetween,
} from './strength.ts';
export { platformsOf, splitPlatforms } from './tie-classes.ts';
export { TieValues } from './tie-values.ts';
export type { Checkpoint, NumberList, TieFilter } from './tie-filter.ts';
export type { Ask, AskOptions } from './who-to-ask.ts';
export { findWhoToAsk } from './who-to-ask.ts';

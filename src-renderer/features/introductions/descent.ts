import type { Introduction } from '../../../src-main/contract/introductions.ts';
import type { OutcomeForm } from '../outcomes/outcome-form.ts';

/** The introductions from which one came, the first of them first. A line that bites its tail ends there. */
export function ancestorsOf(
  introduction: Introduction,
  all: readonly Introduction[],
): Introduction[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const seen = new Set([introduction.id]);
  const upwards: Introduction[] = [];
  let { cameFromId } = introduction;
  while (cameFromId !== null && !seen.has(cameFromId)) {
    const parent = byId.get(cameFromId);
    if (parent === undefined) break;
    seen.add(parent.id);
    upwards.push(parent);
    cameFromId = parent.cameFromId;
  }
  return upwards.toReversed();
}

/** The introductions that came directly from one. */
export function childrenOf(
  introduction: Introduction,
  all: readonly Introduction[],
): Introduction[] {
  return all.filter(({ cameFromId }) => cameFromId === introduction.id);
}

/** What is known of an outcome that an introduction brought. */
export function givenOutcome({ id, goal, second }: Introduction): Partial<OutcomeForm> {
  return {
    title: goal,
    clientKind: 'person',
    person: second,
    originKind: 'introduction',
    originId: String(id),
  };
}

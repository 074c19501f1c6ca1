import type { Goal } from '../../src-main/contract/goals.ts';
import type { Introduction } from '../../src-main/contract/introductions.ts';
import { day } from './common.ts';

/** 'Tom, Ann and Eve'. */
function listNames(asks: readonly Introduction[]): string {
  const names = [...new Set(asks.map(({ introducer }) => introducer.name))];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What became of the asks, in one sentence: "Asked Tom and Ann, waiting; Eve is an idea". */
function summary({ asks, worked, open }: Goal): string {
  const of = (pick: (ask: Introduction) => boolean): readonly Introduction[] => asks.filter(pick);
  const waiting = of(({ state }) => state === 'asked' || state === 'permission_asked');
  const accepted = of(({ state }) => state === 'accepted');
  const ideas = of(({ state }) => state === 'idea');
  const made = of(({ id }) => worked.includes(id));
  const rest = of(({ id }) => !worked.includes(id) && !open.includes(id));
  const parts = [
    ...(made.length > 0 ? [`${listNames(made)} introduced you`] : []),
    ...(accepted.length > 0 ? [`${listNames(accepted)} will introduce you`] : []),
    ...(waiting.length > 0 ? [`asked ${listNames(waiting)}, waiting`] : []),
    ...(ideas.length > 0 ? [`not asked yet: ${listNames(ideas)}`] : []),
    ...(rest.length > 0 ? [`came to nothing: ${listNames(rest)}`] : []),
  ];
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

export const goals = {
  title: 'What you are asking for',
  list: 'Goals with the asks for them',
  summary,
  ask: ({ introducer, second }: Introduction): string => `${introducer.name} → ${second.name}`,
  renameOf: (what: string): string => `Rename “${what}”`,
  name: 'What are you asking for?',
  save: 'Save',
  close: 'Close',
  closeOf: (what: string): string => `Close “${what}”: it is not pursued any more`,
  closed: (what: string): string => `Not pursued any more: ${what}`,
  letGo: 'Let the others go with thanks',
  letGoOf: (what: string): string => `Let the others go with thanks: ${what}`,
  window: {
    title: (what: string): string => `Let the others go: ${what}`,
    lead: (names: string): string =>
      `${names} introduced you. What is still open is not needed any more; nobody loses face, and it is no mark against whoever was asked.`,
    asks: 'Still open',
    asked: (ask: Introduction, since: string): string =>
      `${ask.introducer.name}, to introduce you to ${ask.second.name}, asked on ${day(since)}`,
    idea: (ask: Introduction): string =>
      `${ask.introducer.name}, to introduce you to ${ask.second.name}: never asked, so it is taken off the board`,
    thanked: 'I thank those I asked (the letter is kept, and noted as a contact with them)',
    save: 'Let them go',
    done: (what: string): string => `Let go, and closed: ${what}`,
    names: listNames,
  },
};

import type { AskTarget } from '../../../src-main/contract/networks.ts';
import type { AskSearch } from '../../search-params.ts';

/** The target that the address names, or null. */
export function readTarget(search: AskSearch): AskTarget | null {
  if (search.person !== undefined) return { kind: 'people', ids: [search.person] };
  if (search.organisation !== undefined) {
    return { kind: 'organisation', id: search.organisation, withPast: search.past === true };
  }
  if (search.tag !== undefined) return { kind: 'tag', id: search.tag };
  if (search.offers !== undefined) return { kind: 'offers', id: search.offers };
  if (search.needs !== undefined) return { kind: 'needs', id: search.needs };
  if (search.text !== undefined) return { kind: 'text', text: search.text };
  return null;
}

/** The address of a target; `typed` is what was understood as it. */
export function toSearch(target: AskTarget, typed?: string): AskSearch {
  const question = typed === undefined || typed.trim() === '' ? {} : { typed: typed.trim() };
  switch (target.kind) {
    case 'people': {
      const [person] = target.ids;
      return person === undefined ? {} : { person, ...question };
    }
    case 'organisation':
      return { organisation: target.id, ...(target.withPast ? { past: true } : {}), ...question };
    case 'tag':
      return { tag: target.id, ...question };
    case 'offers':
      return { offers: target.id, ...question };
    case 'needs':
      return { needs: target.id, ...question };
    case 'text':
      return { text: target.text, ...question };
  }
}

/** Tells targets apart. */
export function keyOfTarget(target: AskTarget): string {
  switch (target.kind) {
    case 'people':
      return `people ${target.ids.join()}`;
    case 'text':
      return `text ${target.text}`;
    case 'organisation':
    case 'tag':
    case 'offers':
    case 'needs':
      return `${target.kind} ${target.id}`;
  }
}

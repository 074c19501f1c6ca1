import { useQuery } from '@tanstack/react-query';
import { type Answer, read } from '../../api.ts';
import { text } from '../../text/index.ts';
import type { LetterKind } from '../../text/letters.ts';

const words = text.letters;
export type OwnTemplate = Answer<'letters', 'templates'>[number];

/** A letter to choose from: one that is shipped, one that stands in its place, or a further one of the user's. */
export interface Template {
  /** Null: the one that comes with the program, unchanged. */
  readonly id: number | null;
  readonly kind: LetterKind;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly replacesShipped: boolean;
}

/** The templates of a kind: the shipped one, or what stands in its place, first. */
export function templatesOf(
  kind: LetterKind,
  own: readonly OwnTemplate[],
): [Template, ...Template[]] {
  const ofKind = own.filter((template) => template.kind === kind);
  const first = ofKind.find(({ replacesShipped }) => replacesShipped) ?? {
    id: null,
    kind,
    ...words.shipped[kind],
    replacesShipped: true,
  };
  return [first, ...ofKind.filter(({ replacesShipped }) => !replacesShipped)];
}

/** The user's own templates; undefined while they are read. */
export function useOwnTemplates() {
  return useQuery(read('letters', 'templates', {}));
}

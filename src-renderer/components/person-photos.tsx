import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { PersonId } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';

const PhotosContext = createContext<ReadonlySet<PersonId>>(new Set());

/** Knows who has a photo, so that nobody else's is asked for. */
export function PhotosProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery(read('person', 'photoIds', {}));
  const ids = useMemo(() => new Set(data?.ids), [data]);
  return <PhotosContext value={ids}>{children}</PhotosContext>;
}

export function useHasPhoto(id: PersonId): boolean {
  return use(PhotosContext).has(id);
}

/** Data URL of the photo of somebody who has one; null until it is there. */
export function usePhoto(id: PersonId): string | null {
  return useQuery(read('person', 'photo', { id })).data?.photo ?? null;
}

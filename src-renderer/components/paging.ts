interface Page {
  readonly total: number;
}

/** How `useInfiniteQuery` goes on in a list of which each answer has `pageSize` rows from an offset on. */
export function byOffset(pageSize: number): {
  initialPageParam: number;
  getNextPageParam: (last: Page, all: readonly Page[]) => number | undefined;
} {
  return {
    initialPageParam: 0,
    getNextPageParam: ({ total }, all) => {
      const loaded = all.length * pageSize;
      return loaded < total ? loaded : undefined;
    },
  };
}

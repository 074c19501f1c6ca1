import { Button } from '@mantine/core';
import { text } from '../../text/index.ts';

interface MoreButtonProps {
  /** What `useInfiniteQuery` gives. */
  pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}

/** Fetches the next rows of a list; nothing when there are none. */
export function MoreButton({ pages }: MoreButtonProps) {
  if (!pages.hasNextPage) return null;
  return (
    <Button
      mt="xs"
      size="compact-sm"
      variant="default"
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {text.common.more}
    </Button>
  );
}

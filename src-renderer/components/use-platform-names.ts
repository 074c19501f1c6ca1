import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { read } from '../api.ts';

/** Gives the name of a platform for its key: 'linkedin' is "LinkedIn". An unknown key is shown as it is. */
export function usePlatformNames(): (key: string) => string {
  const { data } = useQuery(read('book', 'platforms', {}));
  return useCallback((key) => data?.find((platform) => platform.key === key)?.name ?? key, [data]);
}

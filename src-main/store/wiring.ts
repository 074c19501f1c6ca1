import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { RowChange } from '../book/change-log.ts';
import type { Network } from '../book/network.ts';

export interface NetworkService extends Network {
  applyChanges(changes: readonly RowChange[]): void;
}
export function createNetworkService(_book: ReadableBook, _today: string): NetworkService {
  return {
    graph() {
      throw new Error('The network service is not there yet.');
    },
    platformBit: () => null,
    applyChanges() {},
  };
}
export function refreshSearch(_book: WritableBook, _changes: readonly RowChange[]): void {}

import '../book/block-network.ts';
import { workerData } from 'node:worker_threads';
import { PieceReader, type Reading } from './piece-reader.ts';

/* The thread that helps to read a large packed copy: until nothing is left of it. */

const reader = new PieceReader(workerData as Reading);
try {
  while (reader.readNext());
} finally {
  reader.close();
}

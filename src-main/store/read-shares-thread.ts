import { workerData } from 'node:worker_threads';
import { readPieces, type SharedReading } from './read-shared.ts';

/* Reads its share of a file into memory that belongs to the thread that started it, too. */

readPieces(workerData as SharedReading);

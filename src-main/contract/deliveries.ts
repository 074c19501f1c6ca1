import { z } from 'zod';
import { done } from './common.ts';
import { control } from './define.ts';
import { largestFile } from './file-sizes.ts';

const fileLength = z.int().min(0).max(largestFile, 'a file may have at most 512 MB');

/** Where a file lies that was delivered in pieces: the delivery, and its place there. */
const deliveredFile = z.strictObject({
  delivery: z.string().min(1).max(64),
  file: z.int().min(0).max(999),
});

/** Bytes cross the bridge, not paths: a page cannot name a file that the user did not choose. */
export const inputFile = z.strictObject({
  name: z.string().max(1000),
  /** Found in a folder that was chosen: then only lists that are sure of themselves are taken. */
  isFromFolder: z.boolean().optional(),
  bytes: z.union([
    z
      .instanceof(Uint8Array)
      .refine((bytes) => bytes.byteLength <= largestFile, 'a file may have at most 512 MB'),
    deliveredFile,
  ]),
});

/**
 * Brings pieces of files ahead of the call that is about them, which then names the delivery. What crosses the bridge
 * in one go holds up the window and the program's own process, some 20 ns a byte: pieces do not. Those of a file come
 * in order, the first with `start` 0. The store holds the last two deliveries.
 */
export const deliver = control(
  z.strictObject({
    delivery: deliveredFile.shape.delivery,
    pieces: z
      .array(
        z.strictObject({
          file: deliveredFile.shape.file,
          /** Of the whole file. */
          length: fileLength,
          start: fileLength,
          bytes: z.instanceof(Uint8Array),
        }),
      )
      .min(1)
      .max(1000),
  }),
  done,
);

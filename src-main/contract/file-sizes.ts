/** The most bytes that one file may have. */
export const largestFile = 512 * 1024 * 1024;

/** Bytes of a file that cross the bridge in one go: each process on the way is busy some 10 ms with them. */
export const pieceSize = 512 * 1024;

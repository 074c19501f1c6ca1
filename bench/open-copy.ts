// node bench/open-copy.ts FILE: opens a packed copy as the store does and prints the milliseconds. Started by lifetime.ts.
import { unpackGraph } from '../src-main/graph/index.ts';
import { readCopy } from '../src-main/store/read-copy.ts';

const begun = performance.now();
const { bytes, sums } = await readCopy(process.argv[2]);
const graph = unpackGraph(bytes, 'bench', sums);
const took = performance.now() - begun;
if (graph === null) throw new Error('The packed copy was not opened.');
process.stdout.write(`${took}\n`);

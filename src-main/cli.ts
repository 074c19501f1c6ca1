import './book/block-network.ts';
import { runCli } from './cli/run-cli.ts';

/* The command line: the same handlers as the window's, without a window. See docs/cli.md. */

const { exitCode, out } = await runCli(process.argv.slice(2), process.env);
process.stdout.write(`${out}\n`);
process.exitCode = exitCode;

/** What `transfer` offers to its own plan and apply, and to the handlers: bytes in, records out. */
export { describeColumns, type ParseOptions, parseFile } from './parse-file.ts';
export {
  type LeftAlone,
  type OpenedFile,
  type OpenedSource,
  openSource,
  type SourceEntry,
} from './open-source.ts';

import * as fc from 'fast-check';
import type { z } from 'zod';
import type { ReadableBook } from '../../book/access.ts';
import * as common from '../../contract/common.ts';
import type { ContractCommand } from './command-list.ts';

/*
 * Random inputs for any method, drawn from its own schema: a new command needs nothing here as long as its
 * fields are of the kinds known below. An id is drawn as a pick and becomes the id of a row that is there at the
 * moment of the call.
 */

/** Stands for the id of a row: the newest at 0, and from there again after the oldest. */
class RowPick {
  readonly table: string;
  readonly pick: number;
  constructor(table: string, pick: number) {
    this.table = table;
    this.pick = pick;
  }
}

/** The parts of zod's own description of a schema that are read here. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly value?: number | bigint;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: RegExp;
}

interface Place {
  readonly book: ReadableBook;
  readonly command: ContractCommand;
  readonly field: string;
}

const dates = fc.constantFrom('2024-02-29', '2026-05-01', '2026-06-15', '2026-06-30', '2027-01-01');
const phrases = fc.oneof(
  fc.constantFrom('Ann Lee', 'accountant', 'bookkeeper', 'brand', 'Acme Print', 'linkedin'),
  fc.constantFrom('Zoë', "O'Brien & Söhne", 'ann@lee.example', '+44 20 7946 0958', '"; DROP --'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);

/** Random inputs of a command; ids are still picks, see `resolvePicks`. */
export function inputsOf(book: ReadableBook, command: ContractCommand): fc.Arbitrary<unknown> {
  return valueOf(command.input, { book, command, field: '' });
}

function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def;
}

function checksOf(definition: Definition): Check[] {
  return (definition.checks ?? []).map((check) => check._zod.def);
}

function valueOf(schema: z.ZodType, place: Place): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  const inner = (): fc.Arbitrary<unknown> => valueOf(need(definition.innerType, place), place);
  switch (definition.type) {
    case 'object':
      return objectOf(definition.shape ?? {}, place);
    case 'array':
      return fc.array(valueOf(need(definition.element, place), place), {
        minLength: checksOf(definition).some(({ check }) => check === 'min_length') ? 1 : 0,
        maxLength: 4,
      });
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.option(inner(), { nil: undefined });
    case 'nullable':
      return fc.option(inner(), { nil: null });
    case 'readonly':
      return inner();
    case 'pipe':
      return valueOf(need(definition.in, place), place);
    case 'union':
      return fc.oneof(...(definition.options ?? []).map((option) => valueOf(option, place)));
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'boolean':
      return fc.boolean();
    case 'string':
      return stringOf(definition);
    case 'number':
      return numberOf(schema, definition, place);
    default:
      return refuse(place, `a field of the kind "${definition.type}"`);
  }
}

function need<Value>(value: Value | undefined, place: Place): Value {
  return value ?? refuse(place, 'a schema without its inner one');
}

function refuse({ command, field }: Place, what: string): never {
  throw new Error(
    `${command.path} has ${what} (${field}): say in random-inputs.ts how to draw one, or in fit-inputs.ts.`,
  );
}

function objectOf(
  shape: Readonly<Record<string, z.ZodType>>,
  place: Place,
): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(shape).map(
    ([field, schema]) => [field, valueOf(schema, { ...place, field })] as const,
  );
  return fc.record(Object.fromEntries(fields));
}

function stringOf(definition: Definition): fc.Arbitrary<string> {
  if (definition.format === 'date') return dates;
  const checks = checksOf(definition);
  const pattern = definition.pattern ?? checks.find((check) => check.pattern)?.pattern;
  if (pattern !== undefined) return fc.stringMatching(pattern);
  const minimum = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
  return minimum > 0 ? phrases : fc.oneof(phrases, fc.constant(''));
}

function numberOf(
  schema: z.ZodType,
  definition: Definition,
  place: Place,
): fc.Arbitrary<number | RowPick> {
  const table = tableOf(schema, place);
  if (table !== null) return fc.nat(40).map((pick) => new RowPick(table, pick));
  const bounds = { min: 0, max: 100 };
  for (const { check, inclusive, value } of checksOf(definition)) {
    const step = inclusive === true ? 0 : 1;
    if (check === 'greater_than') bounds.min = Math.max(bounds.min, Number(value) + step);
    if (check === 'less_than') bounds.max = Math.min(bounds.max, Number(value) - step);
  }
  const isWhole = definition.format !== undefined || checksOf(definition).some(isWholeCheck);
  return isWhole ? fc.integer(bounds) : fc.double({ ...bounds, noNaN: true });
}

function isWholeCheck({ check }: Check): boolean {
  return check === 'number_format';
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (big) => `_${big.toLowerCase()}`);

/** Branded ids are known by their schema: `personId` is of the table person, whatever the field is called. */
const branded = new Map<unknown, string>(
  Object.entries(common)
    .filter(([name]) => /^[a-z]\w*Id$/.test(name))
    .map(([name, schema]) => [schema, snake(name.slice(0, -2))]),
);

/** The table that an id refers to: by its brand, else by the name of the field or of the family; null: no id. */
function tableOf(schema: z.ZodType, { book, command, field }: Place): string | null {
  const known = branded.get(schema);
  if (known !== undefined) return known;
  const name = field === 'id' ? command.family.replace(/s$/, '') : field.replace(/Ids?$/, '');
  if (name === field || name === '') return null;
  const tables = book.column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main'");
  const wanted = snake(name);
  return tables.find((table) => table === wanted || table.endsWith(`_${wanted}`)) ?? null;
}

/** The input with real ids in the place of picks. A table without rows gives the id 1, which is then refused. */
export function resolvePicks(book: ReadableBook, value: unknown): unknown {
  if (value instanceof RowPick) {
    const ids = book.column<number>(`SELECT id FROM "${value.table}" ORDER BY id DESC`);
    return ids[value.pick % Math.max(1, ids.length)] ?? 1;
  }
  if (Array.isArray(value)) return value.map((each) => resolvePicks(book, each));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([field, each]) => [field, resolvePicks(book, each)]),
  );
}

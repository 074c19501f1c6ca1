import type { MethodDefinition } from './define.ts';

type Families = Readonly<Record<string, Readonly<Record<string, MethodDefinition>>>>;

export interface FoundMethod<Contract extends Families> {
  readonly family: keyof Contract & string;
  readonly name: string;
  /** 'people.get' */
  readonly path: string;
  readonly definition: MethodDefinition;
}

/**
 * The method of a contract that a path names, whatever the path is; null when there is none. Own properties only:
 * 'constructor' and '__proto__' are names like any other that do not exist.
 */
export function findMethod<Contract extends Families>(
  contract: Contract,
  path: unknown,
): FoundMethod<Contract> | null {
  if (typeof path !== 'string') return null;
  const [family = '', name = '', ...rest] = path.split('.');
  if (rest.length > 0 || !Object.hasOwn(contract, family)) return null;
  const methods = contract[family];
  const definition =
    methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
  return definition === undefined ? null : { family, name, path, definition };
}

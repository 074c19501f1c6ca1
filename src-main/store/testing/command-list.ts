import type { z } from 'zod';
import type { MethodDefinition } from '../../contract/define.ts';
import { storeContract } from '../../contract/index.ts';

export interface ContractCommand {
  readonly family: string;
  /** 'people.create' */
  readonly path: string;
  readonly input: z.ZodType;
}

/** Every command of the contract, as the contract itself lists them. */
export function listCommands(): ContractCommand[] {
  return Object.entries(storeContract).flatMap(([family, methods]) =>
    Object.entries<MethodDefinition>(methods)
      .filter(([, { kind }]) => kind === 'command')
      .map(([name, { input }]) => ({ family, path: `${family}.${name}`, input })),
  );
}

import { describe, expect, it } from 'vitest';
import { findMethod } from './find-method.ts';
import { contract, insideContract, shellContract, storeContract } from './index.ts';

describe('what a path names', () => {
  it('is found by the very path alone', () => {
    expect(findMethod(storeContract, 'people.get')).toMatchObject({
      family: 'people',
      name: 'get',
      path: 'people.get',
      definition: storeContract.people.get,
    });
    for (const path of ['people.get.x', 'people', 'people.', '.get', ' people.get', 'People.get']) {
      expect(findMethod(storeContract, path)).toBeNull();
    }
    for (const path of ['constructor.name', '__proto__.toString', 'people.constructor', 7, null]) {
      expect(findMethod(storeContract, path)).toBeNull();
    }
    expect(findMethod(storeContract, ['people.get'])).toBeNull();
  });
});

describe('what is for the shell and the command line alone', () => {
  const inside = Object.entries(insideContract).flatMap(([family, methods]) =>
    Object.keys(methods).map((name) => `${family}.${name}`),
  );

  it('is found where they look, and nowhere that a page may', () => {
    expect(inside).toEqual(['files.export', 'files.mirrorCards', 'files.backup']);
    for (const path of inside) {
      expect(findMethod(insideContract, path)).not.toBeNull();
      for (const open of [contract, storeContract, shellContract]) {
        expect(findMethod(open, path)).toBeNull();
      }
    }
  });

  it('is all that names a file or a folder, but for the one of copies', () => {
    const named = Object.entries(contract).flatMap(([family, methods]) =>
      Object.entries(methods).flatMap(([name, { input }]) => {
        const fields = 'shape' in input ? Object.keys(input.shape as object) : [];
        const paths = fields.filter((field) => /^(path|folder)$/.test(field));
        return paths.map((field) => `${family}.${name}: ${field}`);
      }),
    );
    expect(named).toEqual(['backups.setSecondFolder: folder']);
  });
});

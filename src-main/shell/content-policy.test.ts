import { describe, expect, it } from 'vitest';
import { policyOf } from './content-policy.ts';

describe('the policy that a file is served with', () => {
  it('lets WebAssembly be compiled in the worker that reads codes, and nothing else there', () => {
    const policy = policyOf('app://acquaint/assets/code-reader-worker-Ab_3-x.js');
    expect(policy).toContain("'wasm-unsafe-eval'");
    for (const part of ['style-src', 'img-src', 'worker-src', "'unsafe-inline'", "'unsafe-eval'"]) {
      expect(policy).not.toContain(part);
    }
  });

  it.each([
    'app://acquaint/index.html',
    'app://acquaint/',
    'app://acquaint/index.html?/assets/code-reader-worker-x.js',
    'app://acquaint/assets/index-x.js',
    'app://acquaint/assets/x/code-reader-worker-x.js',
    'app://acquaint/assets/code-reader-worker-x.js/index.html',
    'not an address',
  ])('never does so for %s', (address) => {
    expect(policyOf(address)).not.toContain('eval');
    expect(policyOf(address)).toContain("default-src 'none'");
  });
});

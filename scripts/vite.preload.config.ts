// The preload script: one CommonJS file, since a sandboxed renderer's preload can be nothing else and
// can require nothing but electron.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: `${root}src-main/preload.ts`,
    target: 'node24',
    outDir: `${root}dist/preload`,
    sourcemap: true,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});

// The main process and the store process: ES modules for Electron's Node, all libraries bundled but
// better-sqlite3, whose native part has to stay a file of its own.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    outDir: `${root}dist/main`,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: `${root}src-main/main.ts`,
        store: `${root}src-main/store.ts`,
        'store-thread': `${root}src-main/store-thread.ts`,
        'graph-thread': `${root}src-main/store/graph-thread.ts`,
        'copy-thread': `${root}src-main/store/copy-thread.ts`,
        'loading-thread': `${root}src-main/store/loading-thread.ts`,
      },
      external: ['electron', 'better-sqlite3'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
});

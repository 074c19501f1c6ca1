// The window's page, served to itself over app:// under a policy without inline scripts, styles from
// elsewhere or data: URLs; so nothing is inlined.
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: `${root}src-renderer`,
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  worker: { format: 'es' },
  build: {
    // Electron 43's Chromium.
    target: 'chrome150',
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read from the disk, not over a network; the pages are split by the router where it helps.
    chunkSizeWarningLimit: 1500,
  },
});

/** Tabler ships types for its barrel only; single icons are imported by path, so that only these are bundled. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { TablerIcon } from '@tabler/icons-react';
  const icon: TablerIcon;
  export default icon;
}

/** The address of a file that the build copies. */
declare module '*.wasm?url' {
  const address: string;
  export default address;
}

declare module '@fontsource-variable/inter';
declare module '@fontsource-variable/source-serif-4';

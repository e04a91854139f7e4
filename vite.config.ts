import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Every surface that has a page. Each is a document of its own and shares chunks with the others. */
const SURFACES = ['counter', 'kitchen', 'customer-display', 'setup', 'head-office'];

const root = fileURLToPath(new URL('./renderer', import.meta.url));

/**
 * `renderer/<surface>/index.html` into `dist/renderer/<surface>/index.html`, with hashed assets and
 * no inline script, so that a page runs under `script-src 'self'`.
 */
export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  resolve: {
    alias: [{ find: /^zod$/, replacement: `${root}/client/schemas-left-out.ts` }],
  },
  build: {
    outDir: fileURLToPath(new URL('./dist/renderer', import.meta.url)),
    emptyOutDir: true,
    // The shells that show these pages are Electron 45 and the browsers of its year.
    target: 'chrome140',
    // NOTE: a polyfill of module preloading is an inline script.
    modulePreload: { polyfill: false },
    // Fonts and pictures stay files: `font-src 'self'` holds.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries(
        SURFACES.map((surface) => [surface, `${root}/${surface}/index.html`]),
      ),
    },
  },
});

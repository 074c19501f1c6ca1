import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findPageFile, pageScheme } from './page-address.ts';

/** 'unsafe-inline' for styles only: Mantine sets style attributes. Nothing is ever loaded from elsewhere. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** Must run before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files of the page's folder, and nothing else, over our own scheme. */
export function servePage(folder: string): void {
  protocol.handle(pageScheme, async (request) => {
    const file = request.method === 'GET' ? findPageFile(folder, request.url) : null;
    if (file === null) return new Response('Not found', { status: 404, headers });
    try {
      const content = await readFile(file.path);
      return new Response(new Uint8Array(content), {
        headers: { ...headers, 'Content-Type': file.mediaType },
      });
    } catch {
      return new Response('Not found', { status: 404, headers });
    }
  });
}

import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { policyOf } from './content-policy.ts';
import { findPageFile, pageScheme } from './page-address.ts';

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

function headersOf(address: string): Record<string, string> {
  return { ...headers, 'Content-Security-Policy': policyOf(address) };
}

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
    if (file === null)
      return new Response('Not found', { status: 404, headers: headersOf(request.url) });
    try {
      const content = await readFile(file.path);
      return new Response(new Uint8Array(content), {
        headers: { ...headersOf(request.url), 'Content-Type': file.mediaType },
      });
    } catch {
      return new Response('Not found', { status: 404, headers: headersOf(request.url) });
    }
  });
}

import { extname, resolve, sep } from 'node:path';

/** Where the window's page lives: our own scheme, so that a page has an origin of its own and no file access. */
export const pageScheme = 'app';
const pageHost = 'acquaint';
export const pageUrl = `${pageScheme}://${pageHost}/index.html`;

/** Whether an address is of our own page. (`origin` is "null" for schemes of one's own.) */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost;
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

/**
 * The file that an address of our page means, or null when it is of another host, outside of the folder, or of
 * a kind that is not served.
 */
export function findPageFile(
  folder: string,
  address: string,
): { readonly path: string; readonly mediaType: string } | null {
  if (!isOwnPage(address)) return null;
  const pathname = decodePath(new URL(address).pathname);
  if (pathname === null) return null;
  const path = resolve(folder, `.${pathname === '/' ? '/index.html' : pathname}`);
  const mediaType = mediaTypes.get(extname(path));
  if (mediaType === undefined || !path.startsWith(resolve(folder) + sep)) return null;
  return { path, mediaType };
}

/** Null for what is no text, and for a NUL or a backslash, which other systems read as something else. */
function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return /[\0\\]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

/** 'unsafe-inline' for styles only: Mantine sets style attributes. Nothing is ever loaded from elsewhere. */
const pagePolicy = [
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

/**
 * The worker that reads QR codes has a policy of its own (a worker obeys the headers it came with): it alone may
 * compile WebAssembly, and can do nothing but fetch from our own folder (docs/decisions/0034).
 */
const codeReaderPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ');

/** The policy that a file of the page is served with, by the path in its address. */
export function policyOf(address: string): string {
  const path = URL.parse(address)?.pathname ?? '';
  return /^\/assets\/code-reader-worker-[\w-]+\.js$/.test(path) ? codeReaderPolicy : pagePolicy;
}

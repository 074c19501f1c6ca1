import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every way that Node has; each is tried on a server that really listens, or on a name. */
const ways: Readonly<Record<string, string>> = {
  'a socket': `await done(net.connect(port, '127.0.0.1'), 'connect')`,
  'a socket made by hand': `await done(new net.Socket().connect({ port, host: '127.0.0.1' }), 'connect')`,
  'a request over http': `await done(http.get(url), 'response')`,
  'a request over https': `await done(https.get(url.replace('http:', 'https:')), 'response')`,
  'a session over http2': `await done(http2.connect(url), 'connect')`,
  TLS: `await done(tls.connect(port, '127.0.0.1'), 'secureConnect')`,
  fetch: `await fetch(url)`,
  'a WebSocket': `await new Promise((yes, no) => {
    const socket = new WebSocket(url.replace('http:', 'ws:'));
    socket.onopen = yes; socket.onerror = no; })`,
  'a datagram': `const udp = dgram.createSocket('udp4');
    await new Promise((yes, no) => { udp.on('error', no); udp.send('x', port, '127.0.0.1', (e) => e ? no(e) : yes()); });
    udp.close()`,
  'a name': `await new Promise((yes, no) => dns.lookup('localhost', (e) => e ? no(e) : yes()))`,
  'a name, promised': `await dns.promises.lookup('localhost')`,
  'a name imported by itself': `await (await import('node:dns/promises')).lookup('localhost')`,
  'a server of its own': `await done(net.createServer().listen(0), 'listening')`,
};

let server: Server;
let requests = 0;
beforeAll(async () => {
  server = createServer((_request, response) => {
    requests += 1;
    response.end('reached');
  });
  server.on('connection', () => (requests += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** What becomes of a way in a process of its own: 'done', or the sentence of the error. */
async function tryWay(way: string, isBlocked: boolean): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const modules = ['dgram', 'dns', 'http', 'http2', 'https', 'net', 'tls'];
  const script = `
    ${modules.map((name) => `import ${name} from 'node:${name}';`).join('\n')}
    ${isBlocked ? `await import(${JSON.stringify(new URL('block-network.ts', import.meta.url).href)});` : ''}
    const port = ${port};
    const url = 'http://127.0.0.1:${port}/';
    const done = (emitter, event) => new Promise((yes, no) => { emitter.on(event, yes); emitter.on('error', no); });
    try { ${way}; console.log('done'); }
    catch (error) { console.log(String(error?.cause?.message ?? error?.error?.message ?? error?.message)); }
    process.exit();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  await once(child, 'close');
  return said.trim();
}

/** Our server speaks neither TLS nor what a WebSocket does: that it was reached at all is what tells. */
const cutShort = new Set(['a request over https', 'TLS', 'a WebSocket']);

describe('a process that has blocked the network', () => {
  it.each(Object.entries(ways))('cannot open %s, which another process can', async (name, way) => {
    requests = 0;
    const free = await tryWay(way, false);
    expect(cutShort.has(name) ? requests > 0 : free === 'done').toBe(true);
    requests = 0;
    expect(await tryWay(way, true)).not.toBe('done');
    expect(requests).toBe(0);
  });

  it('is each of the program: every entry imports the block first', () => {
    const entries = [
      'main.ts',
      'store.ts',
      'store-thread.ts',
      'store/graph-thread.ts',
      'store/loading-thread.ts',
      'store/copy-thread.ts',
      'cli.ts',
    ];
    const without = entries.filter((entry) => {
      const source = readFileSync(new URL(`../${entry}`, import.meta.url), 'utf8');
      const [first = ''] = /^import .*$/m.exec(source) ?? [];
      return !/^import '\.{1,2}\/book\/block-network\.ts';$/.test(first);
    });
    expect(without).toEqual([]);
  });
});

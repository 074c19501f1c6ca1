import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, expect, test } from './app-fixture.ts';

test('no process of the program has a socket to anywhere, and the main process cannot reach a server', async ({
  app,
}) => {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.end('reached');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    // the test itself can: what is refused below is refused by the program
    await fetch(`http://127.0.0.1:${port}/`);
    expect(calls).toBe(1);
    expect(await tryFromMain(app, port)).toEqual({
      'Chromium, in our session': 'refused',
      'Chromium, in a session of its own': 'refused',
      'Node, by http': 'refused',
      'Node, by a socket': 'refused',
      'Node, by fetch': 'refused',
      'Node, looking up a name': 'refused',
      'Node, listening': 'refused',
    });
    expect(calls).toBe(1);
  } finally {
    server.close();
  }
  test.skip(process.platform !== 'linux', 'sockets are read from /proc');
  await app.openSample();
  await app.goTo('Map');
  await app.goTo('Import & export');
  const main = app.electron.process().pid ?? 0;
  const ids = [main, ...childrenOf(main)];
  const names = ids.map((id) => readFileSync(`/proc/${id}/cmdline`, 'latin1'));
  // the store is among them, and so is the service through which Chromium would reach a network
  expect(names.some((name) => name.includes('node.mojom.NodeService'))).toBe(true);
  expect(names.some((name) => name.includes('network.mojom.NetworkService'))).toBe(true);
  expect(ids.flatMap(farSocketsOf)).toEqual([]);
});

test('no request leaves: not by fetch, image, socket, event stream, beacon, frame, form or style', async ({
  app,
}) => {
  // one that answers whoever comes: a refusal is the program's and not that of a closed door
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  server.on('upgrade', (_request, socket) => {
    requests += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await fetch(`http://${address}/`);
    expect(requests).toBe(1);
    expect(new Set(await tryFromPage(app, address))).toEqual(new Set(['refused']));
    expect(requests).toBe(1);
  } finally {
    server.close();
  }
});

/** What comes of each way that a page has to reach a server. */
function tryFromPage(app: App, server: string): Promise<string[]> {
  return app.window.evaluate((address) => {
    const url = `http://${address}/`;
    const outcomeOf = (target: EventTarget, good: string): Promise<string> =>
      new Promise((resolve) => {
        target.addEventListener(good, () => resolve('reached'));
        target.addEventListener('error', () => resolve('refused'));
      });
    const attempt = async (start: () => Promise<string> | string): Promise<string> => {
      try {
        return await start();
      } catch {
        return 'refused';
      }
    };
    const load = (tag: 'img' | 'link' | 'script' | 'audio', given: object): Promise<string> => {
      const element = Object.assign(document.createElement(tag), given);
      const outcome = outcomeOf(element, tag === 'audio' ? 'loadeddata' : 'load');
      document.head.append(element);
      return outcome;
    };
    // these three tell nothing of what became of them: the server does
    const silently = (act: () => void): string => {
      act();
      return 'refused';
    };
    return Promise.all([
      attempt(() => fetch(url).then(() => 'reached')),
      attempt(() => fetch(url, { mode: 'no-cors' }).then(() => 'reached')),
      attempt(() => fetch('https://example.com/').then(() => 'reached')),
      attempt(() => outcomeOf(new WebSocket(`ws://${address}/`), 'open')),
      attempt(() => outcomeOf(new EventSource(url), 'open')),
      attempt(() => load('img', { src: `${url}a.png` })),
      attempt(() => load('script', { src: `${url}a.js` })),
      attempt(() => load('link', { rel: 'stylesheet', href: `${url}a.css` })),
      attempt(() => load('audio', { src: `${url}a.mp3` })),
      attempt(() => silently(() => navigator.sendBeacon(url, 'x'))),
      attempt(() =>
        silently(() => {
          const frame = Object.assign(document.createElement('iframe'), { src: url });
          document.body.append(frame);
        }),
      ),
      attempt(() =>
        silently(() => {
          const form = Object.assign(document.createElement('form'), { action: url });
          document.body.append(form);
          form.submit();
        }),
      ),
    ]);
  }, server);
}

/** Every way out of the main process, and what becomes of it. */
function tryFromMain(app: App, port: number): Promise<Record<string, string>> {
  return app.electron.evaluate(async ({ net: chromium, session }, at) => {
    const url = `http://127.0.0.1:${at}/`;
    const { http, net, dns } = {
      http: process.getBuiltinModule('node:http'),
      net: process.getBuiltinModule('node:net'),
      dns: process.getBuiltinModule('node:dns'),
    };
    const until = (emitter: NodeJS.EventEmitter, event: string): Promise<unknown> =>
      new Promise((resolve, reject) => emitter.on(event, resolve).on('error', reject));
    const ways: Record<string, () => Promise<unknown>> = {
      'Chromium, in our session': () => chromium.fetch(url),
      'Chromium, in a session of its own': () => session.fromPartition('another').fetch(url),
      'Node, by http': () => until(http.get(url), 'response'),
      'Node, by a socket': () => until(net.connect(at, '127.0.0.1'), 'connect'),
      'Node, by fetch': () => fetch(url),
      'Node, looking up a name': () => dns.promises.lookup('localhost'),
      'Node, listening': () => until(net.createServer().listen(0), 'listening'),
    };
    const outcomes: Record<string, string> = {};
    for (const [name, way] of Object.entries(ways)) {
      outcomes[name] = await Promise.resolve()
        .then(way)
        .then(
          () => 'reached',
          () => 'refused',
        );
    }
    return outcomes;
  }, port);
}

/** All processes that a process has started, and those that they have. */
function childrenOf(id: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = all.map(Number).filter((child) => parentOf(child) === id);
  return children.flatMap((child) => [child, ...childrenOf(child)]);
}

function parentOf(id: number): number | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    // the name of the process may have blanks and brackets in it
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** Sockets of a process over TCP or UDP whose other end is not this computer; Playwright's own stay within it. */
function farSocketsOf(id: number): string[] {
  const open = new Set(
    readdirSync(`/proc/${id}/fd`).flatMap((file) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${id}/fd/${file}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${id}/net/${kind}`, 'latin1')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , remote = '', , , , , , , inode = '']) => open.has(inode) && isFar(remote))
      .map(([, local = '', remote = '']) => `${id} ${kind} ${local} > ${remote}`),
  );
}

/** Neither 127.x.x.x, nor ::1, nor nothing at all (a socket that only listens), as the kernel writes them. */
function isFar(address: string): boolean {
  const [host = ''] = address.split(':');
  return !/^0*$|7F$|^0{24}01000000$|^0000000000000000FFFF0000[0-9A-F]{6}7F$/.test(host);
}

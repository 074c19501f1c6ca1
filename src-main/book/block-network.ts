import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/*
 * Imported first by every process and thread of the program: from then on Node opens no connection there, whoever asks.
 * All of http, https, http2, tls, fetch and WebSocket go through `Socket.connect`; names are looked up by `dns`. Code of
 * ours never tries (scripts/lint/no-network.test.ts); this is for what a library might do without being asked.
 * Node's permission model would be the better place, but does not know the network in the Node that Electron brings.
 */

function refuse(): never {
  throw new Error('Acquaint opens no network connections.');
}

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
for (const name of ['bind', 'connect', 'send'] as const) dgram.Socket.prototype[name] = refuse;
closeAll(dns);
closeAll(dns.promises);
closeAll(dns.Resolver.prototype);
closeAll(dns.promises.Resolver.prototype);
syncBuiltinESMExports();

/** Whatever looks something up; the rest of these objects are settings. */
function closeAll(ways: object): void {
  for (const name of Object.getOwnPropertyNames(ways)) {
    if (/^(?:lookup|resolve|reverse)/.test(name)) Reflect.set(ways, name, refuse);
  }
}

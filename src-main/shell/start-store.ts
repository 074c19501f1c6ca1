import { utilityProcess } from 'electron';
import type { FromStore } from '../store/messages.ts';
import type { StoreClientOptions } from './store-client.ts';

/** Starts the store as a utility process of Electron. */
export function startStore(script: string): StoreClientOptions['start'] {
  return (onMessage, onExit) => {
    const child = utilityProcess.fork(script, [], { serviceName: 'Acquaint store' });
    child.on('message', (message: FromStore) => onMessage(message));
    child.on('exit', () => onExit());
    return {
      send: (message) => child.postMessage(message),
      kill: () => {
        child.kill();
      },
    };
  };
}

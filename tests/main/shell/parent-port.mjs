import { EventEmitter } from 'node:events';

// Gives a plain Node process the `process.parentPort` that Electron gives a utility process.
const port = new EventEmitter();
port.postMessage = (message) => process.send(message);
process.on('message', (data) => port.emit('message', { data, ports: [] }));
process.parentPort = port;

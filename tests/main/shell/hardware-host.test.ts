import { expect, test } from 'vitest';

import { runHardwareHosts } from '#main/shell/hardware-host.ts';

import { asProcess, NodeStandIn } from './node-stand-in.ts';
import { recordedLog } from './recorded-log.ts';

function aNode() {
  const node = new NodeStandIn();
  const hosts: NodeStandIn[] = [];
  runHardwareHosts({
    node: asProcess(node),
    fork() {
      const host = new NodeStandIn();
      hosts.push(host);
      return asProcess(host);
    },
    log: recordedLog(),
  });
  const asks = (hardware: object) => node.emit('message', { hardware });
  return { node, hosts, asks };
}

test('a store node that asks for a hardware host gets one, and each hears the other', () => {
  const { node, hosts, asks } = aNode();
  asks({ type: 'start', host: 1 });
  expect(hosts).toHaveLength(1);
  hosts[0]?.emit('message', { type: 'ready' });
  asks({ type: 'tell', host: 1, message: { type: 'ping', id: 1 } });
  expect(node.sent).toEqual([{ hardware: { type: 'said', host: 1, message: { type: 'ready' } } }]);
  expect(hosts[0]?.sent).toEqual([{ type: 'ping', id: 1 }]);
});

test('the end of a host is told with its last words; the next one has a number of its own', () => {
  const { node, hosts, asks } = aNode();
  asks({ type: 'start', host: 1 });
  hosts[0]?.says('no such device\n');
  hosts[0]?.ends(139);
  asks({ type: 'tell', host: 1, message: { type: 'stop' } });
  asks({ type: 'start', host: 2 });
  expect(node.sent).toEqual([
    { hardware: { type: 'ended', host: 1, code: 139, words: 'no such device' } },
  ]);
  expect(hosts[0]?.sent).toEqual([]);
  expect(hosts).toHaveLength(2);
});

test('a host that hangs is killed when its node says so', () => {
  const { hosts, asks } = aNode();
  asks({ type: 'start', host: 1 });
  asks({ type: 'kill', host: 1 });
  expect(hosts[0]?.killed).toBe(true);
});

test('with the store node gone its hosts go, and nobody is told', () => {
  const { node, hosts, asks } = aNode();
  asks({ type: 'start', host: 1 });
  node.ends(1);
  expect(hosts[0]?.killed).toBe(true);
  hosts[0]?.ends(0);
  expect(node.sent).toEqual([]);
});

test('what a node says to the windows, or says wrongly, starts nothing', () => {
  const { node, hosts, asks } = aNode();
  node.emit('message', { ready: true });
  node.emit('message', { id: 1, result: { ok: true, value: null } });
  asks({ type: 'start' });
  asks({ type: 'format', host: 1 });
  expect(hosts).toEqual([]);
});

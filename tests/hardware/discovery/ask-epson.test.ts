import { createSocket } from 'node:dgram';

import { expect, test } from 'vitest';

import { askEpsonPrinters } from '#hardware/discovery/ask-epson.ts';
import { enpcBytes, enpcMessage } from '#hardware/discovery/enpc.ts';
import { systemTimers } from '#hardware/link/timers.ts';

test('an interface that is asked tells its model; what is no answer is left out', async () => {
  const peer = createSocket('udp4');
  peer.on('message', (bytes, from) => {
    if (enpcMessage(bytes)?.kind !== 'Q') return;
    peer.send('bonjour', from.port, from.address);
    const data = Buffer.from('\u0000TM-m30III\u0000', 'latin1');
    peer.send(enpcBytes({ kind: 'q', function: 0, data }), from.port, from.address);
  });
  await new Promise<void>((resolve) => peer.bind(0, '127.0.0.1', resolve));
  const { port } = peer.address();
  const asked = { host: '127.0.0.1', port, waitMs: 300, timers: systemTimers };
  expect(await askEpsonPrinters(asked)).toEqual([{ host: '127.0.0.1', model: 'TM-m30III' }]);
  peer.close();
});

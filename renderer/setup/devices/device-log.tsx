import type { Client } from '#app/contract/contract.ts';
import type { Device } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { setupText } from '../text.ts';
import styles from './detail.module.css';

/** What the driver of a device said lately, the newest first. */
export function DeviceLog({
  client,
  device,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly device: Device;
  readonly onClose: () => void;
}) {
  const text = useText(setupText);
  const view = useView(client, 'device.log', { deviceId: device.id });
  const lines = view.status === 'ready' ? view.value.lines.toReversed() : [];
  return (
    <Sheet title={text.logTitle(device.name)} side="centre" onClose={onClose}>
      <div className={styles['log']}>
        <p>{text.logHint}</p>
        {view.status === 'ready' && lines.length === 0 && <p>{text.logEmpty}</p>}
        <ol>
          {lines.map((line, at) => (
            // Lines are told once and never change: their place from the oldest names them.
            <li key={lines.length - at} data-level={line.level}>
              <time>{clockText(line.at)}</time>
              <b>{line.sentence}</b>
              <code>{line.fields}</code>
            </li>
          ))}
        </ol>
      </div>
    </Sheet>
  );
}

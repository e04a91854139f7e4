import type { Client } from '#app/contract/contract.ts';
import type { Device } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import styles from './detail.module.css';
import type { DeviceActs } from './use-device-acts.ts';

/** The lines of the page that was printed: the operator touches the first one that is right on paper. */
export function CalibrationLines({
  client,
  device,
  acts,
}: {
  readonly client: Client<StoreContract>;
  readonly device: Device;
  readonly acts: DeviceActs;
}) {
  const text = useText(setupText);
  const view = useView(client, 'devices.options', {});
  if (view.status !== 'ready' || device.kind !== 'printer') return null;
  const profile = view.value.profiles.find(({ id }) => id === device.profile);
  if (profile === undefined) return null;
  const inUse = device.codeTable ?? profile.codeTable;
  return (
    <section className={styles['calibration']} aria-labelledby="calibration-title">
      <h3 id="calibration-title">{text.calibration}</h3>
      <p>{text.calibrationHint}</p>
      <ol>
        {profile.lines.map((line, at) => (
          <li key={line.codeTable}>
            <button
              type="button"
              aria-pressed={line.codeTable === inUse}
              onClick={() =>
                void acts.act(
                  'printer.choose-table',
                  { deviceId: device.id, line: at + 1 },
                  device.name,
                )
              }
            >
              <span>{line.text}</span>
              {line.codeTable === inUse && <small>{text.chosenLine}</small>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

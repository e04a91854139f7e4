import { IconPlus } from '@tabler/icons-react';

import type { DeviceKind } from '#app/contract/device-shapes.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import styles from './devices.module.css';
import { addressText, KIND_ICONS, KINDS, type ListedDevice } from './kinds.tsx';
import { StateWord } from './state-word.tsx';

/** The devices by kind, each with its state at this moment. */
export function DeviceList({
  devices,
  chosenId,
  onChoose,
  onAdd,
}: {
  readonly devices: readonly ListedDevice[];
  readonly chosenId: string | undefined;
  readonly onChoose: (deviceId: string) => void;
  readonly onAdd: (kind: DeviceKind) => void;
}) {
  const text = useText(setupText);
  return (
    <nav className={styles['list']} aria-label={text.list}>
      {KINDS.map((kind) => {
        const own = devices.filter(({ device }) => device.kind === kind);
        const Icon = KIND_ICONS[kind];
        return (
          <section key={kind} className={styles['kind']} aria-label={text.kinds[kind]}>
            <header>
              <Icon size="1.25rem" aria-hidden />
              <h2>{text.kinds[kind]}</h2>
              {own.length === 0 && <span>{text.none}</span>}
              <button
                type="button"
                className={styles['add']}
                aria-label={text.add(text.one[kind])}
                onClick={() => onAdd(kind)}
              >
                <IconPlus size="1.5rem" aria-hidden />
              </button>
            </header>
            {own.map(({ device, state }) => (
              <button
                key={device.id}
                type="button"
                className={styles['row']}
                aria-pressed={device.id === chosenId}
                onClick={() => onChoose(device.id)}
              >
                <span className={styles['name']}>
                  <b>{device.name}</b>
                  <small>{addressText(device)}</small>
                </span>
                <StateWord status={state.status} />
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
}

import { type Text, useText } from '../settings/settings.tsx';

const fr = { mainTill: 'caisse principale', till: 'caisse', kitchen: 'cuisine' };
type DeviceNouns = typeof fr;

/** What a kind of screen is called. */
const NOUNS: Text<DeviceNouns> = {
  fr,
  en: { mainTill: 'main till', till: 'till', kitchen: 'kitchen' },
};

/** The window of the machine that runs the node (main/shell/surfaces.ts). */
const MAIN_TILL = 'till-main';
/** Enough of the name to tell the tills of one store apart, little enough to read out. */
const SHOWN_LETTERS = 4;

/** How a device is called to people: `caisse principale`, `caisse 3F9C`, `cuisine`. */
export function useDeviceWords(): (device: string) => string {
  const nouns = useText(NOUNS);
  return (device) => deviceWords(device, nouns);
}

function deviceWords(device: string, nouns: DeviceNouns): string {
  if (device === MAIN_TILL) return nouns.mainTill;
  if (device.startsWith('kitchen-')) return nouns.kitchen;
  return `${nouns.till} ${device
    .replace(/^till-/, '')
    .slice(0, SHOWN_LETTERS)
    .toUpperCase()}`;
}

/** What a kind of screen is called in the language of this device. */
export type DeviceNouns = {
  readonly mainTill: string;
  readonly till: string;
  readonly kitchen: string;
};

/** The window of the machine that runs the node (main/shell/surfaces.ts). */
const MAIN_TILL = 'till-main';
/** Enough of the name to tell the tills of one store apart, little enough to read out. */
const SHOWN_LETTERS = 4;

/** How a device is called to people: `caisse principale`, `caisse 3F9C`, `cuisine`. */
export function deviceWords(device: string, nouns: DeviceNouns): string {
  if (device === MAIN_TILL) return nouns.mainTill;
  if (device.startsWith('kitchen-')) return nouns.kitchen;
  return `${nouns.till} ${device
    .replace(/^till-/, '')
    .slice(0, SHOWN_LETTERS)
    .toUpperCase()}`;
}

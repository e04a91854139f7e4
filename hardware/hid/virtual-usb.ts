/** Where the simulated USB bus of `npm run simulators` listens. */
export type VirtualUsb = { readonly host: string; readonly port: number };

/** Reads `127.0.0.1:9400`; `undefined` for nothing or anything else. */
export function virtualUsbOf(address: string | undefined): VirtualUsb | undefined {
  const match = /^([^\s:]+):(\d{1,5})$/.exec(address ?? '');
  if (match === null) return undefined;
  return { host: match[1] ?? '', port: Number(match[2]) };
}

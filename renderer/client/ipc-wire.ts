import type { Wire } from '#app/contract/contract.ts';

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges with Window.
  interface Window {
    /** Put there by the preload script of the Electron shell (main/shell/preload.ts). */
    readonly ocPizza?: Pick<Wire, 'request' | 'onChanged'> & {
      /** 1.4 shows everything 1.4 times as large. */
      readonly setZoomFactor?: (factor: number) => void;
    };
  }
}

/** The screens of the till itself: Electron's preload script carries the two messages. */
export function ipcWire(): Wire | undefined {
  const bridge = window.ocPizza;
  if (bridge === undefined) return undefined;
  return {
    request: (method, input) => bridge.request(method, input),
    onChanged: (listener) => bridge.onChanged(listener),
    onLink(listener) {
      listener({ status: 'up' });
      return () => undefined;
    },
  };
}

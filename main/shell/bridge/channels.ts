/** The two messages of a wire (app/contract/contract.ts) as Electron channels. There are no others. */
export const REQUEST_CHANNEL = 'oc-pizza:request';
export const CHANGED_CHANNEL = 'oc-pizza:changed';

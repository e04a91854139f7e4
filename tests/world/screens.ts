import { assert } from '#app/lib/assert.ts';
import { deviceName } from '#main/gateway/device-name.ts';

/** What the screen called `screen` in a test shows at the door: the key of its role, and its own secret. */
export function screenAuth(deviceKey: string, screen: string) {
  return { deviceKey, deviceSecret: secretOf(screen) };
}

/** The name that the node makes for the till called `screen` in a test. */
export function tillName(screen: string): string {
  const name = deviceName('counter', secretOf(screen));
  assert(name !== undefined, `${screen} has a secret`);
  return name;
}

/** As long as a secret must be, and the same each time. */
function secretOf(screen: string): string {
  return screen.padEnd(32, '-');
}

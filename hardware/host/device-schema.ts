import type { z } from 'zod';

import { DeviceShape } from '#app/contract/device-shapes.ts';

import type { DeviceConfiguration } from '../configuration.ts';

/** The devices of a store as they are read from its database or heard by the hardware host. */

type KeysOf<T> = T extends unknown ? keyof T : never;
/** An optional key that the configuration has and the shape forgot would be refused at the door. */
type Forgotten = Exclude<KeysOf<DeviceConfiguration>, KeysOf<z.output<typeof DeviceShape>>>;

export const DeviceSchema: z.ZodType<DeviceConfiguration> = DeviceShape satisfies [
  Forgotten,
] extends [never]
  ? unknown
  : never;

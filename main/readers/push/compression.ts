import { deflateRawSync, inflateRawSync } from 'node:zlib';

import type { Deflate, Inflate } from '#app/sync/codec.ts';

/** Level 3: half the time of the usual 6 for a few per cent more bytes; selling must not wait. */
const LEVEL = 3;

export const deflate: Deflate = (text) => deflateRawSync(text, { level: LEVEL });

/** Throws when the output would be larger than `maxBytes`, before it is. */
export const inflate: Inflate = (bytes, maxBytes) =>
  inflateRawSync(bytes, { maxOutputLength: maxBytes }).toString('utf8');

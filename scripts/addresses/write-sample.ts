import { writeFileSync } from 'node:fs';

import { sampleFile } from '#app/demonstration/addresses/sample-file.ts';

/** Writes the sample addresses of the demonstration town anew. */
writeFileSync(
  new URL('../../app/demonstration/addresses/adresses-exemple-69.csv', import.meta.url),
  sampleFile(),
);

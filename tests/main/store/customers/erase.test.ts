import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { inventedCustomers } from '#app/demonstration/customers.ts';
import { callService } from '#main/store/calls/call-service.ts';
import { eraseCustomer } from '#main/store/customers/erase.ts';
import { saveCustomer, writeCustomer } from '#main/store/customers/save.ts';
import { searchCustomers } from '#main/store/customers/search.ts';
import { openDrafts } from '#main/store/till/drafts.ts';
import { newId } from '#tests/world/order-input.ts';
import { type PeopleOfTest, thePeople } from '#tests/world/people.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let people: PeopleOfTest;
beforeEach(async () => {
  folder = temporaryFolder();
  people = await thePeople(folder);
});
afterEach(() => {
  people.close();
  rmSync(folder, { recursive: true, force: true });
});

const AMELIE = {
  customerId: newId(),
  name: 'Zéphyrine Quintessence',
  phones: ['0612987654'],
  email: 'zephyrine@exemple.fr',
  note: 'Sonnerie cassée Xylophone',
  addresses: [
    {
      addressId: newId(),
      street: '77 Rue Wagonnet',
      postcode: '69003',
      city: 'Lyon',
      floor: 'Kiosque',
      doorCode: '9731Z',
      intercom: 'Quintessence',
      meetingPoint: 'Devant le belvédère',
    },
  ],
};
/** Whole words, as the full-text indexes and the tables would hold them. */
const TRACES = ['Quintessence', 'quintessence', 'zephyrine', 'Zéphyrine', '612987654'].concat([
  'Wagonnet',
  'wagonnet',
  'Xylophone',
  'Kiosque',
  '9731Z',
  'belvédère',
]);

/** Every byte of every file of the store: database, write-ahead log, keys. */
function traces(): string[] {
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return TRACES.filter((trace) => bytes.some((file) => file.includes(trace)));
}

test('whoever asks to be erased is in no byte of any file any more', () => {
  const others = inventedCustomers(300);
  people.sql.transaction(() => {
    for (const customer of others) writeCustomer(people.sql, customer, people.now());
  });
  saveCustomer(people.sql, AMELIE, people.now());
  // Moved and changed, so that old versions of the rows have been left behind.
  saveCustomer(people.sql, { ...AMELIE, note: undefined }, people.now());
  saveCustomer(people.sql, AMELIE, people.now());
  callService(people).take({
    lineId: '1',
    e164: '+33612987654',
    isPrivate: false,
    at: people.now(),
    kind: 'ringing',
    sourceCallId: 'call-1',
  });
  const draft = JSON.stringify({ customerId: AMELIE.customerId, name: 'Quintessence' });
  openDrafts(people.sql, people.now).park(
    { draftId: newId(), name: 'Mme Quintessence', totalCents: 1_000, draft },
    { by: 'lyon-3-2', device: 'till-1' },
  );
  expect(traces()).toEqual(TRACES);

  eraseCustomer(people.sql, AMELIE.customerId);

  expect(traces()).toEqual([]);
  expect(searchCustomers(people, 'quintessence')).toEqual([]);
  expect(callService(people).current()).toMatchObject([{ callId: 'call-1', e164: undefined }]);
  const kept = people.database.prepare('select count(*) from customer').pluck().get();
  expect(kept).toBe(others.length);
  expect(people.database.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('erasing somebody who is not there, or twice, does nothing', () => {
  saveCustomer(people.sql, AMELIE, people.now());
  eraseCustomer(people.sql, newId());
  expect(searchCustomers(people, 'quintessence')).toHaveLength(1);
  eraseCustomer(people.sql, AMELIE.customerId);
  eraseCustomer(people.sql, AMELIE.customerId);
  expect(searchCustomers(people, 'quintessence')).toEqual([]);
});

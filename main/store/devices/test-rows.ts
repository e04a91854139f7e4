import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

export type TestKind = 'self-test' | 'test-page' | 'calibration-page' | 'test-payment';
export type TestEnd = {
  /** `in-doubt`: nobody knows whether the card was charged. */
  readonly status: 'ok' | 'failed' | 'in-doubt';
  /** In French, for the person who pressed the key. */
  readonly sentence: string;
  readonly action?: string | undefined;
};

/** The last test of a device, as the contract shows it. */
export type LastTest = {
  readonly testId: string;
  readonly kind: TestKind;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly status: 'running' | TestEnd['status'];
  readonly sentence?: string;
  readonly action?: string;
};

type DeviceTestTables = {
  device_test: {
    test_id: string;
    device_id: string;
    kind: string;
    status: string;
    amount_cents: number | null;
    sentence: string | null;
    action: string | null;
    asked_by: string;
    started_at: string;
    ended_at: string | null;
  };
};

const table = query.withTables<DeviceTestTables>();

const begin = statement<{
  testId: string;
  deviceId: string;
  kind: string;
  amountCents: number | null;
  by: string;
  startedAt: string;
}>()((place) =>
  table.insertInto('device_test').values({
    test_id: place('testId'),
    device_id: place('deviceId'),
    kind: place('kind'),
    status: 'running',
    amount_cents: place('amountCents'),
    asked_by: place('by'),
    started_at: place('startedAt'),
  }),
);
const end = statement<{
  testId: string;
  status: string;
  sentence: string;
  action: string | null;
  endedAt: string;
}>()((place) =>
  table
    .updateTable('device_test')
    .set({
      status: place('status'),
      sentence: place('sentence'),
      action: place('action'),
      ended_at: place('endedAt'),
    })
    .where('test_id', '=', place('testId')),
);
const last = statement<{ deviceId: string }>()((place) =>
  table
    .selectFrom('device_test')
    .selectAll()
    .where('device_id', '=', place('deviceId'))
    .orderBy('started_at', 'desc')
    .orderBy('test_id', 'desc')
    .limit(1),
);
const running = statement<object>()(() =>
  table.selectFrom('device_test').select(['test_id', 'kind']).where('status', '=', 'running'),
);
const statusOf = statement<{ testId: string }>()((place) =>
  table.selectFrom('device_test').select('status').where('test_id', '=', place('testId')),
);
/** What a test showed is of no use once there is a newer one; that money was asked for stays. */
const forget = statement<{ deviceId: string }>()((place) =>
  table
    .deleteFrom('device_test')
    .where('device_id', '=', place('deviceId'))
    .where('kind', '!=', 'test-payment')
    .where('status', '!=', 'running'),
);

const CUT_OFF: Readonly<Record<'payment' | 'other', TestEnd>> = {
  payment: {
    status: 'in-doubt',
    sentence: 'La caisse s’est arrêtée pendant l’essai',
    action: 'Vérifier le ticket ou le journal du terminal',
  },
  other: {
    status: 'failed',
    sentence: 'La caisse s’est arrêtée pendant l’essai',
    action: 'Refaire l’essai',
  },
};

/** Tests of devices in the store's database: each is written before the device hears of it. */
export function testRows(sql: Sql, now: () => string) {
  function finish(testId: string, { status, sentence, action }: TestEnd): void {
    sql.run(end, { testId, status, sentence, action: action ?? null, endedAt: now() });
  }
  for (const { test_id: testId, kind } of sql.all(running, {}))
    finish(testId, CUT_OFF[kind === 'test-payment' ? 'payment' : 'other']);

  return {
    begin(test: {
      readonly testId: string;
      readonly deviceId: string;
      readonly kind: TestKind;
      readonly amountCents?: number;
      readonly by: string;
    }): void {
      const { deviceId, testId, kind, by, amountCents = null } = test;
      sql.transaction(() => {
        sql.run(forget, { deviceId });
        sql.run(begin, { testId, deviceId, kind, amountCents, by, startedAt: now() });
      });
    },
    finish,
    isInDoubt: (testId: string) => sql.get(statusOf, { testId })?.status === 'in-doubt',
    lastOf(deviceId: string): LastTest | undefined {
      const row = sql.get(last, { deviceId });
      if (row === undefined) return undefined;
      return {
        testId: row.test_id,
        // Written by this file alone.
        kind: row.kind as TestKind,
        status: row.status as LastTest['status'],
        startedAt: row.started_at,
        ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
        ...(row.sentence === null ? {} : { sentence: row.sentence }),
        ...(row.action === null ? {} : { action: row.action }),
      };
    },
  };
}
export type TestRows = ReturnType<typeof testRows>;

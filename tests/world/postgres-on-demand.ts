import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';
import type { TestProject } from 'vitest/node';

import { type Cluster, startCluster } from '#central/database/cluster/cluster.ts';
import { migrate } from '#central/database/migrate.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest adds to its own interface.
  interface ProvidedContext {
    /** Where a test asks for a database of its own (tests/world/postgres.ts). */
    readonly databases: string;
  }
}

const TEMPLATE = 'template_centre';

/**
 * One PostgreSQL for a whole run of the tests, started by the first test that asks for a database.
 * Each gets a clone (some 60 ms) of one that was migrated once.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oc-pizza-test-'));
  // The database runs as another user where we are root, and must be able to walk here.
  fs.chmodSync(folder, 0o755);
  // A template can be cloned by one at a time.
  let line: Promise<unknown> = Promise.resolve();

  const door = http.createServer((_request, response) => {
    cluster ??= startMigrated(folder);
    const clone = () => (cluster ?? startMigrated(folder)).then(cloneOf);
    const mine = line.then(clone, clone);
    line = mine;
    mine.then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('databases', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);

  return async () => {
    door.close();
    await (await cluster)?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

async function startMigrated(folder: string): Promise<Cluster> {
  const cluster = await startCluster({ folder, database: TEMPLATE, log: () => undefined });
  await migrate(cluster.url(TEMPLATE));
  return cluster;
}

async function cloneOf(cluster: Cluster): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client(cluster.url('postgres'));
  await client.connect();
  await client.query(`create database ${name} template ${TEMPLATE}`);
  await client.end();
  return cluster.url(name);
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { CannotStart } from '#central/cannot-start.ts';
import { findBinaries } from '#central/database/cluster/binaries.ts';
import { type Cluster, startCluster } from '#central/database/cluster/cluster.ts';
import { freePort } from '#central/database/cluster/free-port.ts';
import { runAs } from '#central/database/cluster/reach.ts';

let folder: string;
const running: Cluster[] = [];
// One folder for all: creating the data takes seconds, starting on it a moment.
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oc-pizza-cluster-'));
  fs.chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const cluster of running.splice(0)) await cluster.close();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function started(options: { port?: number; log?: (line: string) => void } = {}) {
  const { port, log = () => undefined } = options;
  const cluster = await startCluster({ folder, database: 'shop', log, port });
  running.push(cluster);
  return cluster;
}

async function connected(cluster: Cluster, database = 'shop'): Promise<pg.Client> {
  const client = new pg.Client(cluster.url(database));
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Waits for the server to be back after its death. */
async function reconnected(cluster: Cluster): Promise<pg.Client> {
  for (let left = 400; ; left -= 1) {
    try {
      return await connected(cluster);
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test('a second start finds the data of the first, and every setting that keeps a promise is on', async () => {
  const first = await started();
  const client = await connected(first);
  await client.query('create table pizza (name text)');
  await client.query("insert into pizza values ('Reine')");
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query('select current_setting($1) as value', [setting]);
    expect(rows).toEqual([{ value: 'on' }]);
  }
  await client.end();
  await first.close();
  const second = await connected(await started());
  expect((await second.query('select name from pizza')).rows).toEqual([{ name: 'Reine' }]);
  await second.end();
});

test('nobody gets in without the password, and only from this machine', async () => {
  const cluster = await started();
  const wrong = new pg.Client(cluster.url('shop').replace(/:[^:@]+@/, ':guess@'));
  await expect(wrong.connect()).rejects.toThrow('password authentication failed');
  const client = await connected(cluster);
  const { rows } = await client.query('show listen_addresses');
  expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await client.end();
  expect(fs.statSync(path.join(folder, 'postgresql.password')).mode & 0o077).toBe(0);
});

test('killed in the middle of its work, it comes back by itself with all that it confirmed', async () => {
  const said: string[] = [];
  const cluster = await started({ log: (line) => said.push(line) });
  const setup = await connected(cluster);
  await setup.query('create table sale (number integer primary key)');
  await setup.end();

  let confirmed = 0;
  for (let kill = 1; kill <= 3; kill += 1) {
    const client = await reconnected(cluster);
    const pid = cluster.pid();
    if (pid === undefined) throw new Error('no server');
    const target = confirmed + 40 * kill;
    try {
      for (;;) {
        await client.query('insert into sale values ($1)', [confirmed + 1]);
        confirmed += 1;
        if (confirmed === target) process.kill(pid, 'SIGKILL');
      }
    } catch {
      // The kill: the insertion in hand was not confirmed, whether or not it was written.
    }
    const after = await reconnected(cluster);
    const { rows } = await after.query(
      'select count(*)::integer as n, max(number) as last from sale',
    );
    const [{ n, last }] = rows as [{ n: number; last: number }];
    expect(n).toBe(last);
    expect(n).toBeGreaterThanOrEqual(confirmed);
    confirmed = n;
    await after.end();
  }
  expect(said.some((line) => line.includes('starting it again'))).toBe(true);
});

test('below a private home it starts all the same, and begins anew when its folder is emptied', async () => {
  const home = path.join(folder, 'home');
  fs.mkdirSync(home, { mode: 0o700 });
  const data = path.join(home, 'clone', 'data');
  const start = async () => {
    const cluster = await startCluster({ folder: data, database: 'shop', log: () => undefined });
    running.push(cluster);
    return cluster;
  };
  const first = await start();
  const client = await connected(first);
  await client.query('create table pizza (name text)');
  await client.end();
  await first.close();
  fs.rmSync(data, { recursive: true });
  const again = await connected(await start());
  expect((await again.query("select to_regclass('pizza') as found")).rows).toEqual([
    { found: null },
  ]);
  await again.end();
  for (const cluster of running.splice(0)) await cluster.close();
  const marker = path.join(data, 'postgresql-is-in.txt');
  if (!fs.existsSync(marker)) return;
  // Elsewhere, because we are root: it goes with the temporary folder it stands in for.
  const elsewhere = fs.readFileSync(marker, 'utf8').trim();
  expect(fs.existsSync(elsewhere)).toBe(true);
  fs.rmSync(home, { recursive: true });
  const other = path.join(folder, 'other-home');
  fs.mkdirSync(other, { mode: 0o700 });
  const next = await startCluster({ folder: path.join(other, 'data'), log: () => undefined });
  await next.close();
  expect(fs.existsSync(elsewhere)).toBe(false);
  const left = fs.readFileSync(path.join(other, 'data', 'postgresql-is-in.txt'), 'utf8').trim();
  for (const name of [left, `${left}.of`]) fs.rmSync(name, { recursive: true });
});

test('a busy port is told in one sentence', async () => {
  const port = await freePort();
  const other = net.createServer().listen(port, '127.0.0.1');
  try {
    const start = started({ port });
    await expect(start).rejects.toThrow(CannotStart);
    await expect(start).rejects.toThrow(`Le port ${port} est déjà pris`);
  } finally {
    other.close();
  }
});

test('a process number that now belongs to another program does not keep it from starting', async () => {
  const first = await started();
  await first.close();
  // As after a power cut, when the number was given to somebody else meanwhile: to us.
  fs.writeFileSync(path.join(folder, 'postgresql', 'postmaster.pid'), `${process.pid}\n`);
  const client = await connected(await started());
  await client.end();
});

test('a second central server on the same folder is refused while the first lives', async () => {
  await started();
  const script = `
    import { startCluster } from './central-server/database/cluster/cluster.ts';
    try {
      await startCluster({ folder: ${JSON.stringify(folder)}, log: () => undefined });
    } catch (error) {
      console.log(error.message);
    }`;
  const second = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(second.stdout).toContain(`(processus ${process.pid}) utilise déjà`);
});

test('a killed central server leaves no database server behind, and the next one starts', async () => {
  const script = `
    import { startCluster } from './central-server/database/cluster/cluster.ts';
    const cluster = await startCluster({ folder: ${JSON.stringify(folder)}, log: () => undefined });
    console.log(cluster.pid());
    process.kill(process.pid, 'SIGKILL');`;
  const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(killed.signal).toBe('SIGKILL');
  const client = await connected(await started());
  await client.end();
  expect(() => process.kill(Number(killed.stdout), 0)).toThrow('ESRCH');
});

test('a file where the folder should be is told in one sentence', async () => {
  const file = path.join(folder, 'a-file');
  fs.writeFileSync(file, '');
  const start = startCluster({ folder: file, log: () => undefined });
  await expect(start).rejects.toThrow(`Le droit d’écrire dans ${file} manque.`);
});

test('libraries whose links are missing are linked before the start', () => {
  const { postgres } = findBinaries(runAs());
  const native = path.join(folder, 'native');
  fs.cpSync(path.resolve(path.dirname(postgres), '..'), native, {
    recursive: true,
    filter: (source) => !fs.lstatSync(source).isSymbolicLink(),
  });
  const links = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  expect(links.length).toBeGreaterThan(0);
  expect(fs.existsSync(path.join(folder, links[0]?.target ?? ''))).toBe(false);
  const found = findBinaries(runAs(), native);
  for (const { target } of links) expect(fs.existsSync(path.join(folder, target))).toBe(true);
  const asked = spawnSync(found.postgres, ['--version'], { encoding: 'utf8', ...runAs() });
  expect(asked.stdout).toContain('PostgreSQL');
});

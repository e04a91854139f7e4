import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One ticket of the data set. `at` is the wall clock of the shop: `2015-01-01T11:38:36`. */
export type Sale = {
  readonly id: number;
  readonly at: string;
  readonly lines: readonly { readonly pizzaId: string; readonly quantity: number }[];
};

export type SoldPizza = {
  readonly pizzaId: string;
  readonly typeId: string;
  readonly size: string;
  readonly priceCents: number;
};

export type SalesFile = {
  readonly pizzas: readonly SoldPizza[];
  /** In the order in which they were sold. */
  readonly sales: readonly Sale[];
};

/** A row that cannot be read; the message names file, line and fault. Nothing was imported. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
  constructor(file: string, line: number, why: string) {
    super(`${file}, ligne ${line} : ${why}`);
  }
}

const QUANTITY_MAX = 50;

/**
 * Reads `orders.csv`, `order_lines.csv` and `pizzas.csv` of a folder, whole, before anything is
 * sold. Throws `BadRow` for the first row at fault, or what the file system says.
 */
export function readSales(folder: string): SalesFile {
  const pizzas = readPizzas(folder);
  const known = new Set(pizzas.map(({ pizzaId }) => pizzaId));
  const lines = readLines(folder, known);
  const sales = readOrders(folder, lines);
  return { pizzas, sales };
}

function readPizzas(folder: string): SoldPizza[] {
  const file = 'pizzas.csv';
  const seen = new Set<string>();
  return rowsOf(folder, file, ['pizza_id', 'pizza_type_id', 'size', 'price_cents']).map(
    ({ line, cells: [pizzaId = '', typeId = '', size = '', price = ''] }) => {
      if (seen.has(pizzaId)) throw new BadRow(file, line, `« ${pizzaId} » y est déjà`);
      seen.add(pizzaId);
      if (pizzaId === '' || typeId === '' || size === '') throw new BadRow(file, line, 'case vide');
      return { pizzaId, typeId, size, priceCents: whole(file, line, price, 1, 100_000) };
    },
  );
}

function readLines(folder: string, known: ReadonlySet<string>) {
  const file = 'order_lines.csv';
  const byOrder = new Map<number, { pizzaId: string; quantity: number }[]>();
  for (const { line, cells } of rowsOf(folder, file, ['order_id', 'pizza_id', 'quantity'])) {
    const [order = '', pizzaId = '', quantity = ''] = cells;
    if (!known.has(pizzaId)) throw new BadRow(file, line, `pizza inconnue « ${pizzaId} »`);
    const orderId = whole(file, line, order, 1, Number.MAX_SAFE_INTEGER);
    const sold = { pizzaId, quantity: whole(file, line, quantity, 1, QUANTITY_MAX) };
    const lines = byOrder.get(orderId);
    if (lines === undefined) byOrder.set(orderId, [sold]);
    else lines.push(sold);
  }
  return byOrder;
}

function readOrders(
  folder: string,
  byOrder: Map<number, { pizzaId: string; quantity: number }[]>,
): Sale[] {
  const file = 'orders.csv';
  const seen = new Set<number>();
  const sales = rowsOf(folder, file, ['order_id', 'date', 'time']).map(({ line, cells }) => {
    const [order = '', date = '', time = ''] = cells;
    const id = whole(file, line, order, 1, Number.MAX_SAFE_INTEGER);
    if (seen.has(id)) throw new BadRow(file, line, `la commande ${id} y est déjà`);
    seen.add(id);
    const at = `${date}T${time}`;
    if (!isInstant(at)) throw new BadRow(file, line, `date ou heure illisible « ${date} ${time} »`);
    const lines = byOrder.get(id);
    if (lines === undefined) throw new BadRow(file, line, `la commande ${id} n’a aucune ligne`);
    return { id, at, lines };
  });
  for (const id of byOrder.keys())
    if (!seen.has(id))
      throw new BadRow('order_lines.csv', lineOf(folder, id), `commande inconnue ${id}`);
  return sales.sort((left, right) => left.at.localeCompare(right.at) || left.id - right.id);
}

/** Where an order id first stands, for a message only. */
function lineOf(folder: string, orderId: number): number {
  const rows = rowsOf(folder, 'order_lines.csv', ['order_id', 'pizza_id', 'quantity']);
  return rows.find(({ cells }) => Number(cells[0]) === orderId)?.line ?? 0;
}

function isInstant(at: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(at)) return false;
  const instant = new Date(`${at}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(at);
}

function whole(file: string, line: number, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  throw new BadRow(file, line, `nombre entier attendu, lu « ${text} »`);
}

/** The cells of these files hold no quotes and no commas: fields are split as they are. */
function rowsOf(folder: string, file: string, header: readonly string[]) {
  const [first = '', ...rest] = readFileSync(join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  if (first !== header.join(','))
    throw new BadRow(file, 1, `en-tête attendu « ${header.join(',')} »`);
  if (rest.at(-1) === '') rest.pop();
  return rest.map((text, index) => {
    const cells = text.split(',');
    const line = index + 2;
    if (cells.length !== header.length)
      throw new BadRow(file, line, `${header.length} cases attendues, ${cells.length} lues`);
    return { line, cells };
  });
}

import { parseArgs } from 'node:util';

import type { SerialLine } from '#hardware/configuration.ts';

/** What is to be recorded, as the command line says it. */
export type Asked =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'hid';
      readonly vendorId: number;
      readonly productId: number;
      readonly serialNumber: string | undefined;
      readonly usagePage: number;
      readonly into: Into;
    }
  | {
      readonly kind: 'serial';
      readonly line: SerialLine;
      readonly send: string | undefined;
      readonly into: Into;
    }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      /** A port of ours: what connects there is passed on to the device, both ways recorded. */
      readonly listen: number | undefined;
      readonly send: string | undefined;
      readonly into: Into;
    };

export type Into = { readonly file: string; readonly seconds: number | undefined };

export const USAGE = `npm run record -- --kind hid --list
npm run record -- --kind hid --vendor 0c2e --product 0be1 [--serial N] [--usage-page 8c] --out FICHIER
npm run record -- --kind serial --path COM3 [--baud 9600] [--data-bits 8] [--parity none] [--stop-bits 1] [--flow none] [--send 'AT+VCID=1\\r'] --out FICHIER
npm run record -- --kind tcp --host 192.168.1.50 --port 9100 [--listen 9101] [--send TEXTE] --out FICHIER

Écrit ce que dit un appareil, et ce qu’on lui dit, une ligne JSON par échange, jusqu’à Ctrl-C ou
pendant --seconds N. Les numéros de carte sont masqués. Avec --listen, un programme qui se connecte
à ce port parle à l’appareil à travers l’enregistreur. Le fichier sert de cas d’essai.`;

/** `undefined` for anything that cannot be done: the usage says what can. */
export function readAsked(given: readonly string[]): Asked | undefined {
  const values = valuesOf(given);
  if (values === undefined) return undefined;
  if (values.kind === 'hid' && values.list === true) return { kind: 'list' };
  const seconds = values.seconds === undefined ? undefined : wholeIn(values.seconds, 86_400);
  if (values.out === undefined || (values.seconds !== undefined && seconds === undefined))
    return undefined;
  const into = { file: values.out, seconds };
  if (values.kind === 'hid') return hidIn(values, into);
  if (values.kind === 'serial') return serialIn(values, into);
  return values.kind === 'tcp' ? tcpIn(values, into) : undefined;
}

type Values = NonNullable<ReturnType<typeof valuesOf>>;

function valuesOf(given: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...given],
      options: {
        ...{ kind: text, out: text, seconds: text, send: text, list: { type: 'boolean' } },
        ...{ vendor: text, product: text, serial: text, 'usage-page': text },
        ...{
          path: text,
          baud: text,
          'data-bits': text,
          parity: text,
          'stop-bits': text,
          flow: text,
        },
        ...{ host: text, port: text, listen: text },
      },
    }).values;
  } catch {
    // An option that does not exist: the usage says which there are.
    return undefined;
  }
}

function hidIn(values: Values, into: Into): Asked | undefined {
  const [vendorId, productId] = [hexIn(values.vendor), hexIn(values.product)];
  const usagePage = hexIn(values['usage-page'] ?? '8c');
  if (vendorId === undefined || productId === undefined || usagePage === undefined)
    return undefined;
  return { kind: 'hid', vendorId, productId, serialNumber: values.serial, usagePage, into };
}

function serialIn(values: Values, into: Into): Asked | undefined {
  const baudRate = wholeIn(values.baud ?? '9600', 4_000_000);
  const dataBits = oneOf(['8', '7'] as const, values['data-bits']);
  const parity = oneOf(['none', 'even', 'odd'] as const, values.parity);
  const stopBits = oneOf(['1', '2'] as const, values['stop-bits']);
  const flow = oneOf(['none', 'rts-cts', 'xon-xoff'] as const, values.flow);
  const { path } = values;
  if (path === undefined || baudRate === undefined || dataBits === undefined) return undefined;
  if (parity === undefined || stopBits === undefined || flow === undefined) return undefined;
  const bits = { dataBits: dataBits === '8' ? 8 : 7, stopBits: stopBits === '1' ? 1 : 2 } as const;
  const line = { path, baudRate, parity, flow, ...bits };
  return { kind: 'serial', line, send: unescaped(values.send), into };
}

function tcpIn(values: Values, into: Into): Asked | undefined {
  const port = wholeIn(values.port ?? '', 65_535);
  const listen = values.listen === undefined ? undefined : wholeIn(values.listen, 65_535);
  const isListenWrong = values.listen !== undefined && listen === undefined;
  if (values.host === undefined || port === undefined || isListenWrong) return undefined;
  return { kind: 'tcp', host: values.host, port, listen, send: unescaped(values.send), into };
}

/** The first choice when nothing is said. */
function oneOf<Choice extends string>(
  choices: readonly Choice[],
  given: string | undefined,
): Choice | undefined {
  return given === undefined ? choices[0] : choices.find((choice) => choice === given);
}

function wholeIn(text: string, max: number): number | undefined {
  const value = Number(text);
  return /^\d{1,8}$/.test(text) && value <= max ? value : undefined;
}

function hexIn(text: string | undefined): number | undefined {
  return text !== undefined && /^(0x)?[\da-f]{1,4}$/i.test(text)
    ? Number.parseInt(text, 16)
    : undefined;
}

/** `\\r`, `\\n` and `\\x05` as they are written on a command line. */
function unescaped(text: string | undefined): string | undefined {
  return text
    ?.replace(/\\x([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('\\r', '\r')
    .replaceAll('\\n', '\n');
}

import { expect, test } from 'vitest';

import { readFlags } from '#main/store/start/options.ts';

const STORE = ['--store', 'lyon-3', '--folder', 'data/lyon-3'];
const SENDER = ['--mail-from', 'OC Pizza Lyon 3 <ticket@example.com>'];
const SERVER = 'smtps://caisse:mot-de-passe@mail.example.com';

test('a store without a mail server starts, and sends no receipts by e-mail', () => {
  const flags = readFlags(STORE, {});
  expect(flags.smtp).toBeUndefined();
  expect(flags['mail-from']).toBeUndefined();
});

test('an empty mail server in the environment is none', () => {
  expect(readFlags(STORE, { OC_PIZZA_SMTP: '' }).smtp).toBeUndefined();
});

test('the mail server of a store, with its password, stands in the environment', () => {
  const flags = readFlags([...STORE, ...SENDER], { OC_PIZZA_SMTP: SERVER });
  expect(flags.smtp).toBe(SERVER);
  expect(flags['mail-from']).toBe('OC Pizza Lyon 3 <ticket@example.com>');
});

test('a mail server named on the command line goes before the one of the environment', () => {
  const flags = readFlags([...STORE, ...SENDER, '--smtp', 'smtp://127.0.0.1:2525'], {
    OC_PIZZA_SMTP: SERVER,
  });
  expect(flags.smtp).toBe('smtp://127.0.0.1:2525');
});

test('a mail server without a sender is refused at the start, not at the first receipt', () => {
  expect(() => readFlags(STORE, { OC_PIZZA_SMTP: SERVER })).toThrow('--mail-from');
});

test.each(['https://mail.example.com', 'mail.example.com', 'smtps://'])(
  'what is no mail server is refused: %s',
  (given) => {
    expect(() => readFlags([...STORE, ...SENDER, '--smtp', given], {})).toThrow('--smtp');
  },
);

test.each(['OC Pizza', 'ticket@', 'ticket@example.com\r\nBcc: other@example.com', ''])(
  'what is no sender is refused: %j',
  (given) => {
    const flags = [...STORE, `--mail-from=${given}`];
    expect(() => readFlags(flags, { OC_PIZZA_SMTP: SERVER })).toThrow('--mail-from');
  },
);

test('the password of a wrong mail server is not repeated in the complaint', () => {
  const wrong = () => readFlags([...STORE, ...SENDER], { OC_PIZZA_SMTP: 'caisse:mot-de-passe@x' });
  expect(wrong).toThrow('--smtp');
  expect(wrong).not.toThrow('mot-de-passe');
});

test('a store without its data folder is refused by the name of the option', () => {
  expect(() => readFlags(['--store', 'lyon-3'], {})).toThrow('--folder');
});

import { expect, test } from 'vitest';

import { lockDownContents, lockDownSession } from '#main/shell/lock-down.ts';

import { ContentsStandIn, ElectronStandIn } from './electron-stand-in.ts';
import { recordedLog } from './recorded-log.ts';

function aPage(mayDebug = false) {
  const contents = new ContentsStandIn(1);
  const log = recordedLog();
  lockDownContents(contents, { log, mayDebug });
  const tries = (event: string, ...rest: unknown[]) => {
    let isDenied = false;
    contents.emit(event, { preventDefault: () => (isDenied = true) }, ...rest);
    return isDenied ? 'denied' : 'allowed';
  };
  return { contents, log, tries };
}

test.each([
  'https://example.com/',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'app://other-host/counter/',
  'app://oc-pizza.example.com/counter/',
  'no address at all',
])('a page cannot go to %s', (url) => {
  const { tries, log } = aPage();
  expect(tries('will-navigate', url)).toBe('denied');
  expect(tries('will-redirect', url)).toBe('denied');
  expect(log.lines).toHaveLength(2);
});

test('a page can go to the pages of the till', () => {
  expect(aPage().tries('will-navigate', 'app://oc-pizza/kitchen/')).toBe('allowed');
});

test('a page opens no window and embeds no other page', () => {
  const { contents, tries } = aPage();
  expect(contents.openHandler()).toEqual({ action: 'deny' });
  expect(tries('will-attach-webview')).toBe('denied');
});

test('developer tools opened by a shortcut close again in a shop', () => {
  const { contents } = aPage();
  contents.debugs = true;
  contents.emit('devtools-opened');
  expect(contents.debugs).toBe(false);
});

test('developer tools stay open for a developer', () => {
  const { contents } = aPage(true);
  contents.debugs = true;
  contents.emit('devtools-opened');
  expect(contents.debugs).toBe(true);
});

test('no page gets the camera, a USB device or a download', () => {
  const { sessionStandIn: session, api } = new ElectronStandIn();
  lockDownSession(api.session(), recordedLog());
  let granted: boolean | undefined;
  session.permission({}, 'media', (answer) => {
    granted = answer;
  });
  let isDenied = false;
  session.emit('will-download', { preventDefault: () => (isDenied = true) });
  expect({ granted, check: session.check(), device: session.device(), isDenied }).toEqual({
    granted: false,
    check: false,
    device: false,
    isDenied: true,
  });
});

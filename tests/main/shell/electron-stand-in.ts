import { EventEmitter } from 'node:events';

import type {
  ElectronApi,
  InvokeEvent,
  ShellDisplay,
  ShellFrame,
  WindowOptions,
} from '#main/shell/electron-api.ts';

import { asProcess, NodeStandIn } from './node-stand-in.ts';

export class ContentsStandIn extends EventEmitter {
  readonly id: number;
  readonly sent: unknown[][] = [];
  reloads = 0;
  debugs = false;
  openHandler: () => { action: string } = () => ({ action: 'allow' });

  constructor(id: number) {
    super();
    this.id = id;
  }

  isDestroyed = () => false;
  send = (...message: unknown[]) => void this.sent.push(message);
  reload = () => void (this.reloads += 1);
  closeDevTools = () => void (this.debugs = false);
  setWindowOpenHandler = (handler: () => { action: 'deny' }) => void (this.openHandler = handler);
}

export class WindowStandIn extends EventEmitter {
  readonly options: WindowOptions;
  readonly webContents: ContentsStandIn;
  readonly did: string[] = [];
  destroyed = false;
  url = '';

  constructor(options: WindowOptions, id: number) {
    super();
    this.options = options;
    this.webContents = new ContentsStandIn(id);
  }

  isDestroyed = () => this.destroyed;
  isMinimized = () => true;
  restore = () => void this.did.push('restore');
  focus = () => void this.did.push('focus');
  show = () => void this.did.push('show');
  removeMenu = () => void this.did.push('remove menu');
  destroy = () => void (this.destroyed = true);
  loadURL = (url: string) => {
    this.url = url;
    return Promise.resolve();
  };
}

class SessionStandIn extends EventEmitter {
  permission: Parameters<ReturnType<ElectronApi['session']>['setPermissionRequestHandler']>[0] = (
    _contents,
    _permission,
    callback,
  ) => callback(true);
  check = () => true;
  device = () => true;
  setPermissionRequestHandler = (handler: SessionStandIn['permission']) =>
    void (this.permission = handler);
  setPermissionCheckHandler = (handler: () => boolean) => void (this.check = handler);
  setDevicePermissionHandler = (handler: () => boolean) => void (this.device = handler);
}

type Invoked = (event: InvokeEvent, ...data: unknown[]) => unknown;

class AppStandIn extends EventEmitter {
  isPackaged = true;
  isFirst = true;
  readonly did: string[] = [];
  userData = '';
  requestSingleInstanceLock = () => this.isFirst;
  enableSandbox = () => void this.did.push('sandbox');
  whenReady = () => Promise.resolve();
  exit = (code = 0) => void this.did.push(`exit ${code}`);
  getPath = () => this.userData;
  /** As Electron: quitting asks first, and goes on only if nobody objects. */
  quit = () => {
    let isHeld = false;
    this.emit('before-quit', { preventDefault: () => (isHeld = true) });
    this.did.push(isHeld ? 'quit held' : 'quit');
  };
}

export const MAIN_DISPLAY: ShellDisplay = {
  id: 1,
  workArea: { x: 0, y: 0, width: 1366, height: 768 },
};
export const SECOND_DISPLAY: ShellDisplay = {
  id: 2,
  workArea: { x: 1366, y: 0, width: 1920, height: 1080 },
};

/** Electron's API with nothing behind it: what the shell did with it can be read. */
export class ElectronStandIn {
  readonly app = new AppStandIn();
  readonly contents = new EventEmitter();
  readonly windows: WindowStandIn[] = [];
  readonly nodes: NodeStandIn[] = [];
  readonly forks: { modulePath: string; flags: string[] }[] = [];
  readonly schemes: string[] = [];
  readonly questions: { message: string; detail: string }[] = [];
  readonly sessionStandIn = new SessionStandIn();
  readonly channels = new Map<string, Invoked>();
  answerToDialog = 0;
  all: readonly ShellDisplay[] = [MAIN_DISPLAY, SECOND_DISPLAY];
  serve: (request: Request) => Promise<Response> = () => Promise.reject(new Error('no protocol'));

  readonly api: ElectronApi = {
    app: this.app,
    createWindow: (options) => {
      const window = new WindowStandIn(options, this.windows.length + 1);
      this.windows.push(window);
      return window;
    },
    displays: () => ({ primary: MAIN_DISPLAY, all: this.all }),
    session: () => this.sessionStandIn,
    protocol: {
      registerSchemesAsPrivileged: (schemes) =>
        void this.schemes.push(...schemes.map(({ scheme }) => scheme)),
      handle: (_scheme, handler) => void (this.serve = handler),
    },
    ipc: { handle: (channel, listener) => void this.channels.set(channel, listener) },
    fork: (modulePath, flags) => {
      const node = new NodeStandIn();
      this.nodes.push(node);
      this.forks.push({ modulePath, flags });
      return asProcess(node);
    },
    dialog: {
      showMessageBox: (question) => {
        this.questions.push(question);
        return Promise.resolve({ response: this.answerToDialog });
      },
    },
  };

  window(surface: 'counter' | 'kitchen'): WindowStandIn {
    const found = this.windows.find(({ url }) => url.includes(surface));
    if (found === undefined) throw new Error(`no window shows ${surface}`);
    return found;
  }

  node(): NodeStandIn {
    const newest = this.nodes.at(-1);
    if (newest === undefined) throw new Error('no store node was started');
    return newest;
  }

  /** What a page in this window gets when it asks. */
  ask(window: WindowStandIn, frame: ShellFrame | null, ...data: unknown[]): unknown {
    const listener = this.channels.get('oc-pizza:request');
    if (listener === undefined) throw new Error('nobody listens');
    return listener({ sender: window.webContents, senderFrame: frame }, ...data);
  }
}

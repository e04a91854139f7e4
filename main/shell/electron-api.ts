/**
 * The part of Electron's API that the shell uses, as types of its own: `index.ts` hands Electron's
 * real objects over (the compiler compares them with Electron's declarations there), tests hand
 * over a stand-in. Nothing here may name a thing that Electron does not have.
 */

type On<Name extends string, Listener> = (event: Name, listener: Listener) => unknown;

type Preventable = { readonly preventDefault: () => void };

export type GoneDetails = { readonly reason: string; readonly exitCode: number };

export type ShellApp = {
  readonly isPackaged: boolean;
  readonly requestSingleInstanceLock: () => boolean;
  readonly enableSandbox: () => void;
  readonly whenReady: () => Promise<unknown>;
  readonly quit: () => void;
  readonly exit: (code?: number) => void;
  readonly getPath: (name: 'userData' | 'logs') => string;
  readonly on: On<'second-instance', () => void> &
    On<'window-all-closed', () => void> &
    On<'before-quit', (event: Preventable) => void> &
    On<'web-contents-created', (event: unknown, contents: ShellContents) => void> &
    On<
      'child-process-gone',
      (event: unknown, details: GoneDetails & { readonly type: string }) => void
    >;
};

export type ShellFrame = { readonly url: string; readonly parent: unknown };

export type ShellContents = {
  readonly id: number;
  readonly isDestroyed: () => boolean;
  readonly send: (channel: string, ...data: unknown[]) => void;
  readonly reload: () => void;
  readonly closeDevTools: () => void;
  readonly setWindowOpenHandler: (handler: () => { action: 'deny' }) => void;
  readonly on: On<'will-navigate', (event: Preventable, url: string) => void> &
    On<'will-redirect', (event: Preventable, url: string) => void> &
    On<'will-attach-webview', (event: Preventable) => void> &
    On<'devtools-opened', () => void> &
    On<'render-process-gone', (event: unknown, details: GoneDetails) => void>;
};

export type ShellWindow = {
  readonly webContents: ShellContents;
  readonly loadURL: (url: string) => Promise<void>;
  readonly isDestroyed: () => boolean;
  readonly isMinimized: () => boolean;
  readonly restore: () => void;
  readonly focus: () => void;
  readonly show: () => void;
  readonly destroy: () => void;
  readonly removeMenu: () => void;
  readonly once: On<'ready-to-show', () => void>;
};

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What we ask of a window. Every security switch is written out, defaults too. */
export type WindowOptions = Rectangle & {
  readonly title: string;
  readonly show: false;
  readonly backgroundColor: string;
  readonly kiosk: boolean;
  readonly autoHideMenuBar: true;
  readonly webPreferences: {
    readonly preload: string;
    readonly sandbox: true;
    readonly contextIsolation: true;
    readonly nodeIntegration: false;
    readonly nodeIntegrationInWorker: false;
    readonly nodeIntegrationInSubFrames: false;
    readonly webSecurity: true;
    readonly allowRunningInsecureContent: false;
    readonly experimentalFeatures: false;
    readonly webviewTag: false;
    readonly navigateOnDragDrop: false;
    readonly spellcheck: false;
    readonly devTools: boolean;
    readonly autoplayPolicy: 'no-user-gesture-required';
  };
};

export type ShellDisplay = { readonly id: number; readonly workArea: Rectangle };

export type ShellSession = {
  readonly setPermissionRequestHandler: (
    handler: (contents: unknown, permission: unknown, callback: (granted: boolean) => void) => void,
  ) => void;
  readonly setPermissionCheckHandler: (handler: () => boolean) => void;
  readonly setDevicePermissionHandler: (handler: () => boolean) => void;
  readonly on: On<'will-download', (event: Preventable) => void>;
};

export type ShellProtocol = {
  readonly registerSchemesAsPrivileged: (
    schemes: {
      scheme: string;
      privileges: { standard: true; secure: true; supportFetchAPI: true; codeCache: true };
    }[],
  ) => void;
  readonly handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void;
};

export type InvokeEvent = {
  readonly sender: { readonly id: number };
  readonly senderFrame: ShellFrame | null;
};

export type ShellIpc = {
  readonly handle: (
    channel: string,
    listener: (event: InvokeEvent, ...data: unknown[]) => unknown,
  ) => void;
};

/** One store node: a utility process of Electron. */
export type NodeProcess = {
  readonly postMessage: (message: unknown) => void;
  readonly kill: () => boolean;
  readonly stderr: { readonly on: On<'data', (chunk: Buffer) => void> } | null;
  readonly stdout: { readonly on: On<'data', (chunk: Buffer) => void> } | null;
  readonly on: On<'message', (message: unknown) => void> & On<'exit', (code: number) => void>;
};

export type ForkNode = (
  modulePath: string,
  flags: string[],
  options: { stdio: 'pipe'; serviceName: string },
) => NodeProcess;

export type ShellDialog = {
  readonly showMessageBox: (options: {
    type: 'error';
    title: string;
    message: string;
    detail: string;
    buttons: string[];
    defaultId: number;
    cancelId: number;
    noLink: true;
  }) => Promise<{ readonly response: number }>;
};

/** Everything of Electron that the shell touches. */
export type ElectronApi = {
  readonly app: ShellApp;
  readonly createWindow: (options: WindowOptions) => ShellWindow;
  readonly displays: () => {
    readonly primary: ShellDisplay;
    readonly all: readonly ShellDisplay[];
  };
  readonly session: () => ShellSession;
  readonly protocol: ShellProtocol;
  readonly ipc: ShellIpc;
  readonly fork: ForkNode;
  readonly dialog: ShellDialog;
};

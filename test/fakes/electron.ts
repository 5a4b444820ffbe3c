import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

// The one stand-in for Electron in unit tests; vitest.config.ts puts it in the place of the package. It does what the shell
// relies on and records what it was asked, and its methods are checked against Electron's own types.

type Method<Target, Name extends keyof Target> = Target[Name];

class FakeApp extends EventEmitter implements Pick<Electron.App, 'quit' | 'exit' | 'setBadgeCount' | 'getLocale'> {
  name = 'Pushpit';
  isPackaged = false;
  readonly calls: string[] = [];
  badgeCount = 0;
  hasLock = true;
  readonly paths = new Map<string, string>([['userData', '/profile']]);
  quit(): void {
    let prevented = false;
    this.calls.push('quit');
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.calls.push('will-quit');
  }
  exit(code?: number): void {
    this.calls.push(`exit ${code ?? 0}`);
  }
  setBadgeCount(count?: number): boolean {
    this.badgeCount = count ?? 0;
    return true;
  }
  getLocale = () => 'en-GB';
  getVersion = () => '0.1.0';
  whenReady = () => Promise.resolve();
  requestSingleInstanceLock = () => this.hasLock;
  getPath = (name: string) => this.paths.get(name) ?? '';
  setPath = (name: string, path: string) => void this.paths.set(name, path);
}

/** A page: what the shell does with it is recorded, its events are emitted by the test. */
export class FakeWebContents extends EventEmitter {
  crashed = false;
  windowOpenHandler: ((details: { url: string }) => { action: 'deny' | 'allow' }) | undefined;
  isCrashed = (): boolean => this.crashed;
  forcefullyCrashRenderer(): void {
    this.crashed = true;
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' | 'allow' }): void {
    this.windowOpenHandler = handler;
  }
}

/** A window. `FakeBrowserWindow.all` holds those that were made and not closed. */
class FakeBrowserWindow extends EventEmitter {
  static all: FakeBrowserWindow[] = [];
  static getAllWindows = () => [...FakeBrowserWindow.all];
  static fromWebContents = (contents: unknown) =>
    FakeBrowserWindow.all.find(({ webContents }) => webContents === contents) ?? null;
  readonly webContents = new FakeWebContents();
  readonly calls: string[] = [];
  /** Addresses that cannot be loaded. */
  readonly broken = new Set<string>();
  maximized = false;
  minimized = false;
  bounds: Electron.Rectangle;
  readonly options: Electron.BrowserWindowConstructorOptions;
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    FakeBrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    this.calls.push(`load ${address}`);
    if (this.broken.has(address)) {
      this.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', address, true);
      throw new Error('ERR_FILE_NOT_FOUND');
    }
    this.webContents.crashed = false;
    this.emit('ready-to-show');
  }
  close(): void {
    this.emit('close', {});
    FakeBrowserWindow.all = FakeBrowserWindow.all.filter((window) => window !== this);
    if (FakeBrowserWindow.all.length === 0) app.emit('window-all-closed');
  }
  isDestroyed = (): boolean => !FakeBrowserWindow.all.includes(this);
  isMaximized = (): boolean => this.maximized;
  isMinimized = (): boolean => this.minimized;
  getNormalBounds = (): Electron.Rectangle => this.bounds;
  maximize(): void {
    this.maximized = true;
  }
  restore(): void {
    this.minimized = false;
  }
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
}

type Invoke = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class FakeIpcMain {
  readonly handlers = new Map<string, Invoke>();
  handle(channel: string, listener: Invoke): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, listener);
  }
}

/** Answers dialogs in the order that a test has laid down; one that nobody expected is an error. */
class FakeDialog {
  readonly shown: unknown[] = [];
  readonly answers: unknown[] = [];
  private answer<Result>(options: unknown): Promise<Result> {
    this.shown.push(options);
    if (this.answers.length === 0) return Promise.reject(new Error('A dialog that the test did not expect.'));
    return Promise.resolve(this.answers.shift() as Result);
  }
  showMessageBox = (...args: unknown[]) => this.answer<Electron.MessageBoxReturnValue>(args.at(-1));
  showOpenDialog = (...args: unknown[]) => this.answer<Electron.OpenDialogReturnValue>(args.at(-1));
  showSaveDialog = (...args: unknown[]) => this.answer<Electron.SaveDialogReturnValue>(args.at(-1));
}

class FakeNotification extends EventEmitter {
  static supported = true;
  static shown: FakeNotification[] = [];
  static isSupported = (): boolean => FakeNotification.supported;
  readonly options: Electron.NotificationConstructorOptions;
  constructor(options: Electron.NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show = (): void => void FakeNotification.shown.push(this);
}

class FakeSession {
  requestHandler: Parameters<Method<Electron.Session, 'setPermissionRequestHandler'>>[0] = null;
  checkHandler: Parameters<Method<Electron.Session, 'setPermissionCheckHandler'>>[0] = null;
  deviceHandler: Parameters<Method<Electron.Session, 'setDevicePermissionHandler'>>[0] = null;
  setPermissionRequestHandler: Method<Electron.Session, 'setPermissionRequestHandler'> = (handler) => {
    this.requestHandler = handler;
  };
  setPermissionCheckHandler: Method<Electron.Session, 'setPermissionCheckHandler'> = (handler) => {
    this.checkHandler = handler;
  };
  setDevicePermissionHandler: Method<Electron.Session, 'setDevicePermissionHandler'> = (handler) => {
    this.deviceHandler = handler;
  };
}

class FakeProtocol {
  readonly schemes: Electron.CustomScheme[] = [];
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  registerSchemesAsPrivileged = (schemes: Electron.CustomScheme[]): void => void this.schemes.push(...schemes);
  handle = (scheme: string, handler: (request: Request) => Promise<Response>): void => {
    this.handlers.set(scheme, handler);
  };
}

interface FakeDisplay {
  id: number;
  workArea: Electron.Rectangle;
}

export const app = new FakeApp();
export const BrowserWindow = FakeBrowserWindow;
export const ipcMain = new FakeIpcMain();
export const dialog = new FakeDialog();
export const Notification = FakeNotification;
export const protocol = new FakeProtocol();
export const session = { defaultSession: new FakeSession() };
export const clipboard = { text: '', writeText };
async function writeText(text: string): Promise<void> {
  clipboard.text = text;
}
export const shell = {
  opened: [] as string[],
  openExternal: async (address: string) => void shell.opened.push(address),
  openPath: async (path: string) => {
    shell.opened.push(path);
    return '';
  },
};
export const net = { fetch: (address: string) => fetch(address) };
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = {
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] as FakeDisplay[],
  getPrimaryDisplay: () => screen.displays[0],
  getAllDisplays: () => screen.displays,
};
export const Menu = {
  template: [] as Electron.MenuItemConstructorOptions[],
  current: undefined as unknown,
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => {
    Menu.template = template;
    return template;
  },
  setApplicationMenu: (menu: unknown) => {
    Menu.current = menu;
  },
};

/** What the preload script uses. */
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld: (name: string, value: unknown) => void contextBridge.exposed.set(name, value),
};
/** `invoke` goes to the handlers of `ipcMain`, as from the page's main frame unless a test says otherwise. */
export const ipcRenderer = {
  invoke: async (channel: string, ...args: unknown[]) => {
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(fakeInvokeEvent(), ...args);
  },
};

/** An event as `ipcMain.handle` gets it. */
export function fakeInvokeEvent(
  frame: { url: string; parent: unknown } | null = { url: 'pushpit://app/', parent: null },
) {
  const event: unknown = { senderFrame: frame, sender: FakeBrowserWindow.all[0]?.webContents };
  return event as Electron.IpcMainInvokeEvent;
}

/** As on the first day; tests call it before each case. */
export function resetElectron(): void {
  app.removeAllListeners();
  app.calls.length = 0;
  app.badgeCount = 0;
  app.hasLock = true;
  FakeBrowserWindow.all = [];
  ipcMain.handlers.clear();
  dialog.shown.length = 0;
  dialog.answers.length = 0;
  FakeNotification.shown = [];
  FakeNotification.supported = true;
  protocol.schemes.length = 0;
  protocol.handlers.clear();
  session.defaultSession = new FakeSession();
  clipboard.text = '';
  shell.opened.length = 0;
  screen.displays = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  Menu.template = [];
  Menu.current = undefined;
  contextBridge.exposed.clear();
}

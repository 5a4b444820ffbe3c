/** A kind of file that a dialog offers, such as `{ name: 'JSON', extensions: ['json'] }`. */
export interface FileKind {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface OpenFileRequest {
  readonly filters: readonly FileKind[];
}

export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}

export interface SaveFileRequest {
  /** Proposed file name, without a folder. */
  readonly name: string;
  readonly text: string;
}

export interface NotificationRequest {
  readonly title: string;
  readonly body: string;
}

/**
 * What only the desktop can do. The page finds it as `window.desktop`, or finds nothing and does without. Verbs with a name
 * each, never a channel that the page could choose: the page shows texts that strangers wrote.
 */
export interface DesktopBridge {
  /** The text of a file that the user picked; null when the dialog was cancelled. */
  openFile(request: OpenFileRequest): Promise<OpenedFile | null>;
  /** False when the dialog was cancelled. */
  saveFile(request: SaveFileRequest): Promise<boolean>;
  /** The number at the program's icon; 0 takes it away. */
  setBadge(count: number): void;
  /** A notification of the real desktop. */
  showNotification(request: NotificationRequest): void;
}

/** Names of the channels between preload and main; the page never sees them. */
export const channels = {
  openFile: 'desktop:open-file',
  saveFile: 'desktop:save-file',
  setBadge: 'desktop:set-badge',
  showNotification: 'desktop:show-notification',
} as const satisfies Record<keyof DesktopBridge, string>;

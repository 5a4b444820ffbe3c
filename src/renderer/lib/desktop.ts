export interface FileKind {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** What the desktop shell offers besides the API. Absent in a browser. */
export interface DesktopBridge {
  /** Text of a file that the user picked; null when the dialog was cancelled. */
  openFile?(options: {
    readonly filters: readonly FileKind[];
  }): Promise<{ readonly name: string; readonly text: string } | null>;
  /** False when the dialog was cancelled. */
  saveFile?(options: { readonly name: string; readonly text: string }): Promise<boolean>;
  setBadge?(count: number): void;
  showNotification?(options: { readonly title: string; readonly body: string }): void;
}

declare global {
  interface Window {
    readonly desktop?: DesktopBridge;
  }
}

/** Offers a text as a file: by the shell's dialog where there is one, else as a download. */
export async function saveText(desktop: DesktopBridge | null, name: string, text: string): Promise<void> {
  if (desktop?.saveFile !== undefined) {
    await desktop.saveFile({ name, text });
    return;
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Text of a JSON file that the user picks; null when there was none. */
export async function openText(desktop: DesktopBridge | null): Promise<string | null> {
  if (desktop?.openFile !== undefined) {
    const file = await desktop.openFile({ filters: [{ name: 'JSON', extensions: ['json'] }] });
    return file?.text ?? null;
  }
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else void file.text().then(resolve);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

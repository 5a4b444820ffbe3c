import { spawn } from 'node:child_process';

/** Program and arguments that open an address on each system. */
export function browserCommand(platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [url]];
    case 'win32':
      // The empty title keeps `start` from taking the address for one.
      return ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]];
    default:
      return ['xdg-open', [url]];
  }
}

/** Opens the address in the user's browser; a system without one is told about, not fatal. */
export function openInBrowser(url: string, warn: (line: string) => void): void {
  const [command, args] = browserCommand(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => warn(`No browser could be opened (${command}). Open ${url} yourself.`));
  child.unref();
}

/** Options that only the headless host has: who gives one wants the page in a browser. */
const browserOnly = ['--ui-port', '--open', '--json', '--help'];

/** @typedef {{ host: 'desktop', args: string[] } | { host: 'browser', reason: string, args: string[] }} HostChoice */

/**
 * Chooses between the desktop window and the browser host; `--browser` is ours and not passed on.
 * @param {string[]} args as given after `npm start --`
 * @param {boolean} display whether a window can be shown
 * @returns {HostChoice}
 */
export function chooseHost(args, display) {
  const rest = args.filter((arg) => arg !== '--browser');
  const option = args.find((arg) => arg === '--browser' || browserOnly.includes(arg.split('=')[0] ?? ''));
  if (option) return { host: 'browser', reason: `${option.split('=')[0]} asks for it`, args: rest };
  if (!display) return { host: 'browser', reason: 'there is no display', args: rest };
  return { host: 'desktop', args: rest };
}

/**
 * The one line that tells where the page is.
 * @param {string} line what `pushpit serve --json` wrote
 * @param {string} reason why there is no window
 * @returns {string | undefined} nothing when the line is not the ready line
 */
export function readyLine(line, reason) {
  try {
    const { ui } = JSON.parse(line);
    if (typeof ui !== 'string') return undefined;
    return `Pushpit runs in the browser (${reason}): ${ui}`;
  } catch {
    return undefined;
  }
}

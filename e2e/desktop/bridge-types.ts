import type { DesktopBridge as ShellBridge } from '../../src/preload/bridge.ts';
import type { DesktopBridge as PageBridge } from '../../src/renderer/lib/desktop.ts';

/**
 * The page and the shell describe the bridge each on its own side of the wall. This type exists only while what the shell
 * offers is what the page expects; when they part, the type check fails here.
 */
export type BridgeFits = ShellBridge extends PageBridge ? true : never;
export const bridgeFits: BridgeFits = true;

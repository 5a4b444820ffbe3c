import type { DeviceView } from '../../../core/views.ts';
import type { PhoneTexts } from '../texts.ts';

export type StatusTone = 'bad' | 'warn' | 'plain';

export interface StatusMark {
  readonly id: 'offline' | 'permission' | 'session' | 'process' | 'install' | 'token';
  readonly tone: StatusTone;
  readonly text: string;
}

/**
 * What about this phone differs from one that is ready to be pushed to and seen. Shown in the frame, never on the fake
 * screen; it states facts only, what follows from them is the simulator's to say.
 */
export function statusMarks(device: DeviceView, texts: PhoneTexts): StatusMark[] {
  return [network(device, texts), install(device, texts), permission(device, texts), session(device, texts)]
    .concat(device.app.installed ? [process(device, texts), token(device, texts)] : [])
    .filter((mark) => mark !== null);
}

function network({ online, stored }: DeviceView, texts: PhoneTexts): StatusMark | null {
  if (online) return null;
  return { id: 'offline', tone: 'warn', text: stored > 0 ? texts.offlineStored(stored) : texts.offline };
}

function install({ app }: DeviceView, texts: PhoneTexts): StatusMark | null {
  return app.installed ? null : { id: 'install', tone: 'bad', text: texts.notInstalled };
}

function permission({ permission: given }: DeviceView, texts: PhoneTexts): StatusMark | null {
  if (given === 'granted') return null;
  if (given === 'denied') return { id: 'permission', tone: 'bad', text: texts.denied };
  if (given === 'provisional') return { id: 'permission', tone: 'plain', text: texts.provisional };
  return { id: 'permission', tone: 'warn', text: texts.notAsked };
}

function session({ session: { state } }: DeviceView, texts: PhoneTexts): StatusMark | null {
  if (state === 'loggedIn') return null;
  const text = { never: texts.neverLoggedIn, loggedOut: texts.loggedOut, kicked: texts.kicked }[state];
  return { id: 'session', tone: 'warn', text };
}

function process({ app }: DeviceView, texts: PhoneTexts): StatusMark | null {
  if (app.process !== 'killed') return null;
  return { id: 'process', tone: 'plain', text: app.killedBy === 'system' ? texts.killedBySystem : texts.killedByUser };
}

function token({ token: address }: DeviceView, texts: PhoneTexts): StatusMark | null {
  return address === null ? { id: 'token', tone: 'warn', text: texts.noToken } : null;
}

/** A long id for one line: the first `keep` and the last 6 characters. Ids that are not longer stay whole. */
export function shortId(id: string, keep = 8): string {
  return id.length <= keep + 7 ? id : `${id.slice(0, keep)}…${id.slice(-6)}`;
}

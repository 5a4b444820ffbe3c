import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { OfflinePushSettings } from '../../core/im/types.ts';
import type { DeviceAction, DevicePatch } from '../../core/simulator-types.ts';
import type { Api, WorkspacePatch } from '../api/client.ts';
import type { EventFeed } from '../api/events.ts';
import type { DesktopBridge } from '../lib/desktop.ts';
import type { Chrome, ChromeStore } from './chrome.ts';
import type { Draft, DraftStore } from './draft.ts';
import type { Latest, LatestStore } from './latest.ts';
import type { Notices, NoticesStore } from './notices.ts';
import type { Preferences, PreferencesStore } from './preferences.ts';
import type { Traffic, TrafficStore } from './traffic.ts';
import type { Why, WhyStore } from './why.ts';
import type { World, WorldStore } from './world.ts';

/** Everything that a page needs, made once and handed down. */
export interface Services {
  readonly api: Api;
  readonly feed: EventFeed;
  readonly world: WorldStore;
  readonly traffic: TrafficStore;
  readonly draft: DraftStore;
  readonly why: WhyStore;
  readonly latest: LatestStore;
  readonly preferences: PreferencesStore;
  readonly notices: NoticesStore;
  readonly chrome: ChromeStore;
  readonly desktop: DesktopBridge | null;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('No services: the tree is not inside <ServicesProvider>.');
  return services;
}

export const useWorld = <T>(select: (state: World) => T): T => useStore(useServices().world, select);
export const useTraffic = <T>(select: (state: Traffic) => T): T => useStore(useServices().traffic, select);
export const useDraft = <T>(select: (state: Draft) => T): T => useStore(useServices().draft, select);
export const useWhy = <T>(select: (state: Why) => T): T => useStore(useServices().why, select);
export const useLatest = <T>(select: (state: Latest) => T): T => useStore(useServices().latest, select);
export const usePreferences = <T>(select: (state: Preferences) => T): T => useStore(useServices().preferences, select);
export const useNotices = <T>(select: (state: Notices) => T): T => useStore(useServices().notices, select);
export const useChrome = <T>(select: (state: Chrome) => T): T => useStore(useServices().chrome, select);

// Commands: the change itself comes back as an event; what was refused becomes a notice.

export async function actOn(services: Services, deviceId: string, action: DeviceAction): Promise<void> {
  const answer = await services.api.act(deviceId, action);
  if (!answer.ok) services.notices.getState().report(answer.error);
}

export async function patchDevice(services: Services, deviceId: string, patch: DevicePatch): Promise<void> {
  const answer = await services.api.patchDevice(deviceId, patch);
  if (!answer.ok) services.notices.getState().report(answer.error);
}

/** Puts an audio file into the app on a phone; the API checks what the phone would play. */
export async function importSound(services: Services, deviceId: string, file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const answer = await services.api.addSound(deviceId, { name: file.name, base64 });
  if (!answer.ok) services.notices.getState().report(answer.error);
}

export async function putWorkspace(services: Services, patch: WorkspacePatch): Promise<void> {
  const answer = await services.api.putWorkspace(patch);
  if (answer.ok) services.world.getState().setWorkspace(answer.value);
  else services.notices.getState().report(answer.error);
}

export async function putSettings(services: Services, userId: string, settings: OfflinePushSettings): Promise<void> {
  const answer = await services.api.putSettings(userId, settings);
  if (answer.ok) services.world.getState().setSettings(userId, { state: 'known', settings: answer.value });
  else if (answer.error.code === 'not_logged_in') {
    services.world.getState().setSettings(userId, { state: 'refused', failure: answer.error });
  } else services.notices.getState().report(answer.error);
}

export async function resetWorkspace(services: Services): Promise<void> {
  const answer = await services.api.reset();
  if (!answer.ok) services.notices.getState().report(answer.error);
}

import type { ApiEvent } from '../../core/views.ts';
import { createApi } from '../api/client.ts';
import { createEventFeed } from '../api/events.ts';
import { createDesktopNotices } from '../lib/desktop-notices.ts';
import { createUnseenBadge } from '../lib/unseen-badge.ts';
import { createChromeStore } from '../stores/chrome.ts';
import { createDraftStore } from '../stores/draft.ts';
import { createLatestStore } from '../stores/latest.ts';
import { createNoticesStore } from '../stores/notices.ts';
import { createPreferencesStore } from '../stores/preferences.ts';
import type { Services } from '../stores/services.ts';
import { createTrafficStore } from '../stores/traffic.ts';
import { createWhyStore } from '../stores/why.ts';
import { createWorldStore } from '../stores/world.ts';

/** Between two batches of events, ms: under load the page draws ten times a second, not sixty. */
const BATCH_GAP = 90;
/** A hidden page draws no frames, so nothing would ever call back. */
const HIDDEN_GAP = 250;

/** Calls back before a frame is drawn: the next one when nothing happened for a while. */
function createFrames(): (run: () => void) => void {
  let last = 0;
  return (run) => {
    const go = () => {
      last = performance.now();
      run();
    };
    const wait = last + BATCH_GAP - performance.now();
    if (document.visibilityState === 'hidden') setTimeout(go, HIDDEN_GAP);
    else if (wait <= 0) requestAnimationFrame(go);
    else setTimeout(go, wait);
  };
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Events of these types can change what a preview says. */
const CHANGES_PREVIEW: ReadonlySet<ApiEvent['type']> = new Set(['device', 'device-removed', 'account', 'workspace']);

/** Wires client, stores and event feed together. Nothing runs until `feed.start()`. */
export function createServices(): Services {
  const api = createApi((url, init) => fetch(url, init));
  const world = createWorldStore(api, () => performance.now());
  const traffic = createTrafficStore(api, later);
  const draft = createDraftStore(localStorage);
  const why = createWhyStore(api, later);
  const latest = createLatestStore(api);
  const desktop = window.desktop ?? null;
  const hidden = () => document.visibilityState === 'hidden';
  const unseen = createUnseenBadge(desktop, hidden);
  const phoneName = (id: string) => world.getState().devices.find((device) => device.id === id)?.name ?? id;
  const notices = createDesktopNotices({ desktop, hidden, phoneName, later });
  document.addEventListener('visibilitychange', () => {
    if (hidden()) return;
    unseen.clear();
    notices.clear();
  });
  const previewAgain = () => {
    if (why.getState().mode === 'preview') why.getState().preview(draft.getState().message);
  };
  const feed = createEventFeed({
    open: (url) => new EventSource(url),
    resync: async () => {
      const done = await Promise.all([world.getState().load(), traffic.getState().load()]);
      if (done.every(Boolean)) previewAgain();
      return done.every(Boolean);
    },
    // What was sent before is in no history any more: there is nothing left to ask about it.
    onReset: () => {
      latest.getState().forget();
      if (why.getState().mode !== 'preview') why.getState().preview(draft.getState().message);
    },
    deliver: (events) => {
      world.getState().apply(events);
      traffic.getState().apply(events);
      why.getState().apply(events);
      latest.getState().apply(events);
      unseen.count(events);
      notices.arrive(events);
      if (events.some(({ type }) => CHANGES_PREVIEW.has(type))) previewAgain();
    },
    onLink: (link) => {
      world.getState().setLink(link);
    },
    now: () => Date.now(),
    later,
    frame: createFrames(),
  });
  draft.subscribe((state, before) => {
    if (state.message !== before.message) why.getState().preview(state.message);
  });
  return {
    api,
    feed,
    world,
    traffic,
    draft,
    why,
    latest,
    preferences: createPreferencesStore(localStorage, navigator.languages),
    notices: createNoticesStore(),
    chrome: createChromeStore(),
    desktop,
  };
}

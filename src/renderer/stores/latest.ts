import { createStore, type StoreApi } from 'zustand/vanilla';
import { type OutcomeState, outcomeState, shownState } from '../../core/present/outcome-state.ts';
import type { ApiEvent, NotificationView, OutcomeView } from '../../core/views.ts';
import type { Api } from '../api/client.ts';

/** The last thing that happened to a phone: a message of the simulator, or what another sender's push showed. */
export interface LastResult {
  readonly state: OutcomeState;
  readonly at: number;
  /** null for a push that did not come from the simulator. */
  readonly outcome: OutcomeView | null;
  readonly exchangeId: string | null;
}

export interface Latest {
  readonly byDevice: Readonly<Record<string, LastResult>>;
  /** Whether it is known that phones without an entry had no message. */
  readonly loaded: boolean;
  load(): Promise<boolean>;
  apply(events: readonly ApiEvent[]): void;
  /** The history is gone. */
  forget(): void;
}
export type LatestStore = StoreApi<Latest>;

/** Outcomes that are read at first; each comes with its whole trace. */
const FIRST = 40;

export const resultOf = (outcome: OutcomeView): LastResult => ({
  state: outcomeState(outcome),
  at: outcome.at,
  outcome,
  exchangeId: outcome.exchangeId,
});

const resultOfShown = (one: NotificationView): LastResult => ({
  state: shownState(one),
  at: one.at,
  outcome: null,
  exchangeId: one.exchangeId,
});

/** An outcome tells more than the notification it led to, and newer beats older. */
function later(before: LastResult | undefined, next: LastResult): LastResult {
  if (before === undefined || before.outcome?.id === next.outcome?.id) return next;
  return next.at >= before.at ? next : before;
}

/** Remembers for each phone what became of its last message. */
export function createLatestStore(api: Pick<Api, 'outcomes'>): LatestStore {
  return createStore<Latest>()((set) => ({
    byDevice: {},
    loaded: false,
    forget: () => set({ byDevice: {} }),
    load: async () => {
      const answer = await api.outcomes({ limit: FIRST });
      if (!answer.ok) return false;
      set(({ byDevice }) => {
        const known: Record<string, LastResult> = { ...byDevice };
        for (const outcome of answer.value.toReversed()) {
          const id = outcome.deviceId;
          if (id !== null) known[id] = later(known[id], resultOf(outcome));
        }
        return { byDevice: known, loaded: true };
      });
      return true;
    },
    apply: (events) => {
      const changed = new Map<string, LastResult>();
      set(({ byDevice }) => {
        const note = (deviceId: string, next: LastResult) =>
          changed.set(deviceId, later(changed.get(deviceId) ?? byDevice[deviceId], next));
        for (const event of events) {
          if (event.type === 'outcome' && event.outcome.deviceId !== null && !event.outcome.dryRun)
            note(event.outcome.deviceId, resultOf(event.outcome));
          // The outcome of the simulator's own messages follows.
          if (event.type === 'notification' && event.notification.outcomeId === null)
            note(event.notification.deviceId, resultOfShown(event.notification));
        }
        return changed.size === 0 ? { byDevice } : { byDevice: { ...byDevice, ...Object.fromEntries(changed) } };
      });
    },
  }));
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageInput } from '../../core/im/types.ts';
import type { ApiEvent, OutcomeView } from '../../core/views.ts';
import type { Api, ApiFailure } from '../api/client.ts';

/** `preview`: what would happen to the draft; `sent`: what happened to the message just sent; `past`: one looked up. */
export type WhyMode = 'preview' | 'sent' | 'past';

export interface Why {
  readonly mode: WhyMode;
  readonly outcomes: readonly OutcomeView[];
  readonly selected: number;
  readonly failure: ApiFailure | null;
  /** False until the first answer is in. */
  readonly asked: boolean;
  /** When the message on view was sent, simulated ms; null in a preview. */
  readonly at: number | null;
  readonly sending: boolean;
  /** Asks for a preview soon; a later call replaces an earlier one. */
  preview(message: MessageInput): void;
  send(message: MessageInput): Promise<boolean>;
  /** Shows an outcome of the past. */
  show(outcomeId: string): Promise<void>;
  select(index: number): void;
  apply(events: readonly ApiEvent[]): void;
}
export type WhyStore = StoreApi<Why>;

/** Pause after the last key before a preview is asked for, ms. */
export const PREVIEW_DELAY = 140;

export function createWhyStore(api: Api, later: (run: () => void, ms: number) => () => void): WhyStore {
  let cancelWait: (() => void) | null = null;
  let running: AbortController | null = null;
  const stop = () => {
    cancelWait?.();
    cancelWait = null;
    running?.abort();
    running = null;
  };
  return createStore<Why>()((set, get) => {
    const ask = async (message: MessageInput) => {
      const controller = new AbortController();
      running = controller;
      const answer = await api.preview(message, controller.signal);
      if (running !== controller) return;
      running = null;
      if (answer.ok) put('preview', answer.value.outcomes, null);
      else set({ mode: 'preview', failure: answer.error, outcomes: [], selected: 0, at: null, asked: true });
    };
    const put = (mode: WhyMode, outcomes: readonly OutcomeView[], at: number | null) =>
      set((state) => ({ mode, outcomes, at, asked: true, failure: null, selected: sameRecipient(state, outcomes) }));
    return {
      mode: 'preview',
      outcomes: [],
      selected: 0,
      failure: null,
      asked: false,
      at: null,
      sending: false,
      preview: (message) => {
        if (get().sending) return;
        stop();
        cancelWait = later(() => void ask(message), PREVIEW_DELAY);
      },
      send: async (message) => {
        if (get().sending) return false;
        stop();
        set({ sending: true });
        const answer = await api.send(message);
        set({ sending: false });
        if (answer.ok) put('sent', answer.value.outcomes, answer.value.message.at);
        else set({ mode: 'sent', failure: answer.error, outcomes: [], selected: 0, at: null, asked: true });
        return answer.ok;
      },
      show: async (outcomeId) => {
        stop();
        const answer = await api.outcome(outcomeId);
        if (answer.ok) put('past', [answer.value], answer.value.at);
        else set({ mode: 'past', failure: answer.error, outcomes: [], selected: 0, at: null, asked: true });
      },
      select: (selected) => set({ selected }),
      apply: (events) => {
        if (get().mode === 'preview') return;
        const changed = new Map(
          events.flatMap((e) => (e.type === 'outcome' ? [[e.outcome.id, e.outcome] as const] : [])),
        );
        if (!get().outcomes.some(({ id }) => changed.has(id))) return;
        set(({ outcomes }) => ({ outcomes: outcomes.map((outcome) => changed.get(outcome.id) ?? outcome) }));
      },
    };
  });
}

/** Keeps looking at the same recipient while the outcomes are made anew. */
function sameRecipient(before: Pick<Why, 'outcomes' | 'selected'>, outcomes: readonly OutcomeView[]): number {
  const old = before.outcomes[before.selected];
  const at = outcomes.findIndex(({ userId, deviceId }) => userId === old?.userId && deviceId === old?.deviceId);
  return at === -1 ? 0 : at;
}

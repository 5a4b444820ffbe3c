import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ApiFailure } from '../api/client.ts';

/** A refusal shown in a corner until it is closed or its time is over. */
export interface Notice {
  readonly id: number;
  readonly failure: ApiFailure;
}

export interface Notices {
  readonly notices: readonly Notice[];
  report(failure: ApiFailure): void;
  dismiss(id: number): void;
}
export type NoticesStore = StoreApi<Notices>;

/** At most this many stand on the screen; older ones make room. */
export const NOTICE_LIMIT = 4;

export function createNoticesStore(): NoticesStore {
  let next = 1;
  return createStore<Notices>()((set) => ({
    notices: [],
    report: (failure) => {
      if (failure.code === 'aborted') return;
      set(({ notices }) => {
        const others = notices.filter(({ failure: f }) => f.code !== failure.code || f.message !== failure.message);
        return { notices: [...others, { id: next++, failure }].slice(-NOTICE_LIMIT) };
      });
    },
    dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  }));
}

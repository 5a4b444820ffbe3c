import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChannelId } from '../../core/channels/types.ts';
import type { ApiEvent, ExchangeLine, ExchangeView } from '../../core/views.ts';
import type { Answer, Api, ApiFailure } from '../api/client.ts';

export interface Traffic {
  /** Newest first. */
  readonly lines: readonly ExchangeLine[];
  readonly q: string;
  readonly channel: ChannelId | null;
  readonly loading: boolean;
  readonly failure: ApiFailure | null;
  /** There are older ones that were not read yet. */
  readonly more: boolean;
  /** Exchanges that the history let go of. */
  readonly dropped: number;
  /** Arrived just now: these glow once. */
  readonly fresh: ReadonlySet<string>;
  readonly openId: string | null;
  readonly detail: ExchangeView | null;
  readonly detailFailure: ApiFailure | null;
  load(): Promise<boolean>;
  loadMore(): Promise<void>;
  setFilter(filter: { readonly q?: string; readonly channel?: ChannelId | null }): void;
  apply(events: readonly ApiEvent[]): void;
  open(id: string): Promise<void>;
  close(): void;
}
export type TrafficStore = StoreApi<Traffic>;

export const PAGE = 200;
/** Lines kept in the page; the API keeps more and is asked again when somebody scrolls down. */
export const KEEP = 5000;
/** How long a new line counts as new, ms. */
const GLOW = 1700;
/** More lines than this are never in sight. */
const GLOWING = 60;

/** `later` is the debounce of a filtered list while new exchanges arrive. */
export function createTrafficStore(api: Api, later: (run: () => void, ms: number) => () => void): TrafficStore {
  let asked = 0;
  let cancelReload: (() => void) | null = null;
  let cancelFade: (() => void) | null = null;
  let known = new Set<string>();
  return createStore<Traffic>()((set, get) => {
    const query = async (before?: string): Promise<Answer<readonly ExchangeLine[]> | null> => {
      const ticket = ++asked;
      const { q, channel } = get();
      const answer = await api.exchanges({ q, channel: channel ?? undefined, before, limit: PAGE });
      return ticket === asked ? answer : null;
    };
    const load = async () => {
      set({ loading: true });
      const answer = await query();
      if (answer === null) return true;
      if (!answer.ok) {
        set({ loading: false, failure: answer.error });
        return false;
      }
      known = new Set(answer.value.map(({ id }) => id));
      set({ loading: false, failure: null, lines: answer.value, more: answer.value.length === PAGE });
      return true;
    };
    const reloadSoon = (ms: number) => {
      cancelReload?.();
      cancelReload = later(() => void load(), ms);
    };
    return {
      lines: [],
      q: '',
      channel: null,
      loading: false,
      failure: null,
      more: false,
      dropped: 0,
      fresh: new Set(),
      openId: null,
      detail: null,
      detailFailure: null,
      load,
      loadMore: async () => {
        const last = get().lines.at(-1);
        if (last === undefined || !get().more || get().loading) return;
        set({ loading: true });
        const answer = await query(last.id);
        if (answer === null) return;
        if (!answer.ok) return set({ loading: false, failure: answer.error });
        for (const { id } of answer.value) known.add(id);
        set(({ lines }) => ({
          loading: false,
          lines: [...lines, ...answer.value],
          more: answer.value.length === PAGE,
        }));
      },
      setFilter: (filter) => {
        set(filter);
        reloadSoon(filter.q === undefined ? 0 : 180);
      },
      apply: (events) => {
        const arrived = events.flatMap((event) => (event.type === 'exchange' ? [event.exchange] : []));
        const dropped = events.findLast((event) => event.type === 'history-dropped')?.dropped;
        if (dropped !== undefined) set({ dropped });
        if (arrived.length === 0) return;
        // Which exchanges a search finds is the API's to say.
        if (get().q !== '' || get().channel !== null) reloadSoon(250);
        else {
          const { lines, added } = mergeLines(get().lines, known, arrived);
          set({
            lines,
            more: get().more || lines.length === KEEP,
            fresh: new Set([...get().fresh, ...added].slice(-GLOWING)),
          });
          cancelFade?.();
          cancelFade = later(() => set({ fresh: new Set() }), GLOW);
        }
        const open = arrived.find(({ id }) => id === get().openId);
        if (open !== undefined) void get().open(open.id);
      },
      open: async (id) => {
        set((state) => ({ openId: id, detail: state.openId === id ? state.detail : null, detailFailure: null }));
        const answer = await api.exchange(id);
        if (get().openId !== id) return;
        set(answer.ok ? { detail: answer.value } : { detailFailure: answer.error });
      },
      close: () => set({ openId: null, detail: null, detailFailure: null }),
    };
  });
}

/** New exchanges on top in the order of arrival, known ones replaced where they stand. `known` is kept up to date. */
export function mergeLines(
  lines: readonly ExchangeLine[],
  known: Set<string>,
  arrived: readonly ExchangeLine[],
): { readonly lines: readonly ExchangeLine[]; readonly added: readonly string[] } {
  const added = new Map<string, ExchangeLine>();
  const changed = new Map<string, ExchangeLine>();
  for (const line of arrived) (known.has(line.id) ? changed : added).set(line.id, line);
  const kept = changed.size === 0 ? lines : lines.map((line) => changed.get(line.id) ?? line);
  if (added.size === 0) return { lines: kept, added: [] };
  for (const id of added.keys()) known.add(id);
  const merged = [...[...added.values()].reverse(), ...kept];
  for (const line of merged.slice(KEEP)) known.delete(line.id);
  return { lines: merged.slice(0, KEEP), added: [...added.keys()] };
}

import type { CallbackGathering, VendorCallback } from '../../core/channels/types.ts';
import { type GatheredItem, itemsOf, withItems } from './gathered-body.ts';
import type { Schedule } from './sender.ts';

/** A POST for one or more receipts. */
export interface GatheredPost {
  readonly callback: VendorCallback;
  readonly url: URL;
  /** How many receipts it stands for. */
  readonly receipts: number;
}

/** Receipts that will leave together. */
interface Group {
  readonly gather: CallbackGathering;
  readonly items: GatheredItem[];
  newest: GatheredPost;
  readonly callOff: () => void;
}

/** Holds receipts back as their vendors do, and hands them on as one POST when their time is over or the body is full. */
export class Gatherer {
  private readonly schedule: Schedule;
  private readonly post: (post: GatheredPost) => void;
  private readonly groups = new Map<string, Group>();
  private held = 0;

  constructor(schedule: Schedule, post: (post: GatheredPost) => void) {
    this.schedule = schedule;
    this.post = post;
  }

  /** Receipts that are held back. */
  get size(): number {
    return this.held;
  }

  /** Takes a receipt; one that is not to be gathered, or whose body cannot be, is handed on at once. */
  add(callback: VendorCallback, url: URL): void {
    const { gather } = callback;
    const items = gather === undefined ? null : itemsOf(gather.items, callback.body);
    if (gather === undefined || items === null) this.post({ callback, url, receipts: 1 });
    else this.join(gather, items, { callback, url, receipts: 1 });
  }

  /** Hands on everything that is held. */
  flush(): void {
    for (const key of [...this.groups.keys()]) this.leave(key);
  }

  private join(gather: CallbackGathering, items: readonly GatheredItem[], one: GatheredPost): void {
    const key = JSON.stringify([one.callback.channel, one.callback.url, gather.key]);
    const before = this.groups.get(key);
    if (before !== undefined && before.items.length + items.length > gather.limit) this.leave(key);
    const group = this.groups.get(key);
    this.held++;
    if (group === undefined) {
      const callOff = this.schedule(() => this.leave(key), gather.windowMs);
      this.groups.set(key, { gather, items: [...items], newest: one, callOff });
    } else {
      group.items.push(...items);
      group.newest = { ...one, receipts: group.newest.receipts + 1 };
    }
    if ((this.groups.get(key)?.items.length ?? 0) >= gather.limit) this.leave(key);
  }

  private leave(key: string): void {
    const group = this.groups.get(key);
    if (group === undefined) return;
    this.groups.delete(key);
    group.callOff();
    const { gather, items, newest } = group;
    this.held -= newest.receipts;
    const { callback, receipts } = newest;
    const body = receipts === 1 ? callback.body : withItems(gather.items, callback.body, items);
    this.post({ ...newest, callback: { ...callback, body } });
  }
}

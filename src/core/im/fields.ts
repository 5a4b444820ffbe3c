import type { Layer, Overridden } from '../trace/types.ts';

/** A field of the notification with the layer that won and everything that lost. */
export interface ResolvedField<T> {
  readonly value: T;
  readonly from: Layer;
  readonly overridden: readonly Overridden[];
}

/** `title` null: the notification has no title. `sound`: a name, `default`, or `push.no_sound`. `badge`: does it count? */
export interface ResolvedFields {
  readonly title: ResolvedField<string | null>;
  readonly body: ResolvedField<string>;
  readonly sound: ResolvedField<string>;
  readonly badge: ResolvedField<boolean>;
  readonly ext: ResolvedField<string | null>;
}

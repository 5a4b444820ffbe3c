import type { Device, Presentation, ShadeNotification } from '../../device/types.ts';
import type { TraceParams, TraceStep, Verdict } from '../../trace/types.ts';
import type { AcceptedPush } from '../types.ts';
import { type Answer, EVERYTHING } from './foreground.ts';
import type { ApnsPayload, Aps } from './payload.ts';

export type Sketch = { -readonly [K in keyof Presentation]: Presentation[K] } & {
  trace: TraceStep[];
  callbacks: Presentation['callbacks'][number][];
};

/** A notification while it is being made. */
export type Draft = { -readonly [K in keyof ShadeNotification]: ShadeNotification[K] };

/** One push on its way onto the screen. */
export interface Scene {
  readonly push: AcceptedPush;
  readonly payload: ApnsPayload;
  readonly device: Device;
  readonly aps: Aps;
  readonly out: Sketch;
  /** What the app in front lets the system do; everything while it is not in front. */
  answer: Answer;
}

export const createScene = (
  push: AcceptedPush,
  payload: ApnsPayload,
  device: Device,
  aps: Aps,
  out: Sketch,
): Scene => ({ push, payload, device, aps, out, answer: EVERYTHING });

export function say(scene: Pick<Scene, 'out'>, rule: string, verdict: Verdict, params?: TraceParams): void {
  scene.out.trace.push(
    params === undefined ? { stage: 'device', rule, verdict } : { stage: 'device', rule, verdict, params },
  );
}

/** Meant to be seen, and is not. Sound and badge stay as they were decided. */
export function suppress(scene: Scene, rule: string, params?: TraceParams): void {
  say(scene, rule, 'stop', params);
  scene.out.result = 'suppressed';
  scene.out.cause = rule;
}

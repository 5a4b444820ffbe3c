import type { ChannelId } from '../../core/channels/types.ts';
import type { FaultAction, NewFault } from '../../core/simulator/fault-types.ts';

export const FAULT_KINDS = ['code', 'status', 'delay', 'reset', 'goaway'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What the form holds; texts are as typed. */
export interface FaultDraft {
  readonly channel: ChannelId;
  readonly kind: FaultKind;
  readonly code: string;
  readonly status: number;
  readonly body: string;
  readonly ms: number;
  readonly target: string;
  /** 0 = until it is taken away. */
  readonly times: number;
}

function actionOf({ kind, code, status, body, ms }: FaultDraft): FaultAction {
  switch (kind) {
    case 'code':
      return { type: 'code', code };
    case 'status':
      return { type: 'status', status, ...(body === '' ? {} : { body }) };
    case 'delay':
      return { type: 'delay', ms };
    case 'reset':
      return { type: 'reset' };
    case 'goaway':
      return { type: 'goaway' };
  }
}

/** The fault that the form describes, as the API takes it. */
export function faultOf(draft: FaultDraft): NewFault {
  const target = draft.target.trim();
  return {
    channel: draft.channel,
    action: actionOf(draft),
    times: draft.times === 0 ? null : draft.times,
    ...(target === '' ? {} : { match: { target } }),
  };
}

import type { Effect, VendorResponse } from '../types.ts';
import { REASON_STATUS, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';

/** How a refusal is said: as an answer with its id header, as GOAWAY, or not at all. */
export function refusalResponse(refusal: Refusal, id: () => readonly [string, string]): VendorResponse {
  if (refusal.reason === null || refusal.instead === 'drop') return { status: 0, headers: [], body: '', drop: true };
  if (refusal.instead === 'goaway') {
    const debugData = JSON.stringify({ reason: refusal.reason });
    return { status: 0, headers: [], body: '', goaway: { debugData, lastStreamId: 0 } };
  }
  const { reason, timestamp } = refusal;
  return {
    status: REASON_STATUS[reason],
    headers: [id()],
    body: timestamp === undefined ? `{"reason":"${reason}"}` : `{"reason":"${reason}","timestamp":${timestamp}}`,
  };
}

/** What the checks changed of the endpoint's and the connection's memory. */
export function memoryEffects(run: Run): Effect[] {
  const effects: Effect[] = [];
  if (run.state !== run.context.state) effects.push({ type: 'state', state: run.state });
  if (run.memory !== null && run.memory !== run.context.memory) effects.push({ type: 'memory', memory: run.memory });
  return effects;
}

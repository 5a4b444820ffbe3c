import type { AcceptedPush } from '../types.ts';
import type { MeizuPayload } from './message.ts';

/** Pushes of this channel are made here only, with this payload. */
export const payloadOf = (push: AcceptedPush): MeizuPayload => push.payload as MeizuPayload;

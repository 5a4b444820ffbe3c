import type { Ports } from '../../ports.ts';
import { hex } from '../kit/bytes.ts';

/** 24 hex digits: message, task and picture ids, and tokens. */
export const hexId = ({ ids }: Ports): string => hex(ids.bytes(12));

/** Message id of unicast and batch: `<AppID>-1-1-<24 hex digits>` (document 11238). */
export const unicastId = (appId: string, ports: Ports): string => `${appId}-1-1-${hexId(ports)}`;

const WITH_REGION = /^((([0-9A-Za-z]{2,10})_)?([A-Z]{2}|EUEX)_)?[0-9a-fA-F]{32}$/;
const SHORT = /^[0-9a-fA-F]{24}$/;

/** Has it the form of a registration id? The Java SDK's check. */
export const looksLikeId = (text: string): boolean => WITH_REGION.test(text) || SHORT.test(text);

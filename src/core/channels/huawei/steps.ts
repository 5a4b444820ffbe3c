import { stepMaker } from '../kit/steps.ts';
import type { ChannelRuleId, DeviceRuleId } from './rules.ts';

/** A step at the vendor's endpoint or of the request to it. */
export const channelStep = stepMaker<ChannelRuleId>('channel');

/** A step on the phone. */
export const deviceStep = stepMaker<DeviceRuleId>('device');

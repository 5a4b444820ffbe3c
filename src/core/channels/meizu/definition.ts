import type { ChannelDefinition } from '../types.ts';
import { meizuGaps } from './gaps.ts';
import { CONTENT_LIMIT, LIFE_MAX_HOURS, TITLE_LIMIT } from './read-message.ts';
import { PARTS_LIMITS } from './read-parts.ts';
import { PACKAGES_LIMIT } from './send.ts';
import { meizuSwitches } from './switches.ts';
import { TAG_LIMIT, TAGS_LIMIT } from './tasks.ts';

/** All interfaces begin so, and no other vendor's do. */
const OWN = /^\/garcia(?:\/|$)/;

/** Hosts, paths and limits of Meizu push. */
export const meizuDefinition: ChannelDefinition = {
  id: 'meizu',
  name: { en: 'Meizu push', zh: '魅族推送' },
  hosts: ['server-api-push.meizu.com', 'api-push.meizu.com', 'server-api-push.in.meizu.com', 'api-push.in.meizu.com'],
  ownsPath: (path) => OWN.test(path.split('?')[0] ?? path),
  gaps: meizuGaps,
  // "A month without activity", says the client's document.
  registrationDays: 30,
  limits: {
    title: TITLE_LIMIT,
    content: CONTENT_LIMIT,
    passThroughBytes: meizuSwitches.passThroughBytes.default,
    subtitle: PARTS_LIMITS.SUBTITLE_LIMIT,
    clickBytes: PARTS_LIMITS.CLICK_BYTES,
    callbackUrlBytes: PARTS_LIMITS.CALLBACK_BYTES,
    callbackParamBytes: PARTS_LIMITS.CALLBACK_PARAM_BYTES,
    targets: meizuSwitches.targetLimit.default,
    packages: PACKAGES_LIMIT,
    tags: TAGS_LIMIT,
    tagCharacters: TAG_LIMIT,
    aliasCharacters: meizuSwitches.aliasLimit.default,
    validTimeHours: LIFE_MAX_HOURS,
    bodyBytes: 1_048_576,
  },
};

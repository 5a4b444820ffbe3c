import type { RuleProfile } from '../../profile.ts';
import { codePoints } from '../kit/bytes.ts';

export type Era = RuleProfile['vivo']['era'];

export const TITLE_LIMIT = 40;
export const CONTENT_LIMIT = 100;
export const MAP_PAIRS_LIMIT = 10;
export const MAP_LENGTH_LIMIT = 1024;
export const CALLBACK_LIMIT = 128;
export const REQUEST_ID_LIMIT = 64;
export const PROFILE_ID_LIMIT = 64;
export const TARGETS_LIMIT = 1000;
export const TASK_IDS_LIMIT = 100;
export const TAG_IDS_LIMIT = 1000;

const DAY = 86_400;
const WEEK = 604_800;

/** How long a message may live, seconds. */
interface Life {
  readonly minimum: number;
  readonly maximum: number;
  /** Longer lives are cut instead of refused. */
  readonly cuts: boolean;
  readonly usual: number;
  /** Of operational messages. */
  readonly usualOperational: number;
}

interface EraLimits {
  readonly link: number;
  readonly page: number;
  readonly alias: number;
  readonly callbackParam: number;
  readonly life: Life;
  /** Of messages to many. */
  readonly groupMinimum: number;
  /** A Chinese character counts 2. */
  readonly wideCharacters: boolean;
}

const lasting = (maximum: number, cuts: boolean, usualOperational = DAY): Life => ({
  minimum: 60,
  maximum,
  cuts,
  usual: DAY,
  usualOperational,
});

/** Limits that changed between the editions of the interface. */
export const ERA_LIMITS: Readonly<Record<Era, EraLimits>> = {
  tolerant: {
    link: 2048,
    page: 2048,
    alias: 70,
    callbackParam: 192,
    life: lasting(WEEK, true),
    groupMinimum: 60,
    wideCharacters: false,
  },
  old: {
    link: 1000,
    page: 1024,
    alias: 40,
    callbackParam: 64,
    life: lasting(WEEK, false),
    groupMinimum: 900,
    wideCharacters: true,
  },
  mid: {
    link: 1024,
    page: 1024,
    alias: 70,
    callbackParam: 64,
    life: lasting(DAY, false),
    groupMinimum: 60,
    wideCharacters: false,
  },
  new: {
    link: 2048,
    page: 2048,
    alias: 70,
    callbackParam: 192,
    life: lasting(DAY, true, 28_800),
    groupMinimum: 60,
    wideCharacters: false,
  },
};

/** Ideographs and full-width forms, which the old edition counts twice; its emoji count once. */
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/gu;

/** Length of a title or content as the edition counts it. */
export function lengthIn(era: Era, text: string): number {
  const points = codePoints(text);
  return ERA_LIMITS[era].wideCharacters ? points + (text.match(WIDE)?.length ?? 0) : points;
}

/** Categories with the class they belong to: 0 operational, 1 system. */
export const CATEGORIES: ReadonlyMap<string, 0 | 1> = new Map<string, 0 | 1>([
  ['IM', 1],
  ['ACCOUNT', 1],
  ['TODO', 1],
  ['DEVICE_REMINDER', 1],
  ['ORDER', 1],
  ['SUBSCRIPTION', 1],
  ['CONTENT', 0],
  ['MARKETING', 0],
  ['SOCIAL', 0],
  ['NEWS', 0],
]);

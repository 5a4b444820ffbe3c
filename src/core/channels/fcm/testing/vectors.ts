import type { FcmVector } from './vector.ts';
import { FIELDS } from './vectors-fields.ts';
import { OLDER } from './vectors-older.ts';
import { FURTHER, PROJECT_ROWS } from './vectors-project.ts';
import { SENDING } from './vectors-send.ts';
import { TOKENS } from './vectors-tokens.ts';
import { TOPICS } from './vectors-topics.ts';

/** The requests and answers that every implementation of these endpoints must show. */
export const VECTORS: readonly FcmVector[] = [
  ...SENDING,
  ...FIELDS,
  ...PROJECT_ROWS,
  ...TOKENS,
  ...TOPICS,
  ...OLDER,
  ...FURTHER,
];

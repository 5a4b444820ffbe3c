import type { VivoVector } from './vector.ts';
import { AUTH_ROWS, REQUEST_ROWS } from './vectors-auth.ts';
import { MANY_ROWS } from './vectors-many.ts';
import { MESSAGE_ROWS, TEXT_ROWS } from './vectors-message.ts';
import { TARGET_ROWS } from './vectors-target.ts';

/** The rows of the reference's table that concern the server, and more rows under the same numbers. */
export const VECTORS: readonly VivoVector[] = [
  ...AUTH_ROWS,
  ...REQUEST_ROWS,
  ...MESSAGE_ROWS,
  ...TARGET_ROWS,
  ...MANY_ROWS,
  ...TEXT_ROWS,
];

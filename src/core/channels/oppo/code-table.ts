import type { CodeRow } from './code-row.ts';
import { accessCodes } from './codes-access.ts';
import { messageCodes } from './codes-message.ts';

/** Every published result code of OPPO push, and those that only aggregators or single answers show. */
export const CODE_TABLE: readonly CodeRow[] = [...accessCodes, ...messageCodes];

const ROWS: ReadonlyMap<number, CodeRow> = new Map(CODE_TABLE.map((row) => [row.code, row]));

export const codeRow = (code: number): CodeRow | undefined => ROWS.get(code);

import { type Failure, failure } from '../../core/result.ts';
import type { LocalText } from '../../core/trace/types.ts';

/** Any refusal of the API, in its one form. */
export const problem = (status: number, code: string, text: LocalText, details?: unknown): Response =>
  json({ error: failure(code, text, details) }, status);

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Statuses of the simulator's expected failures; what is not listed is a request that cannot be right (400). */
const STATUS_OF: Readonly<Record<string, number>> = {
  not_found: 404,
  notification_not_found: 404,
  sound_not_found: 404,
  not_logged_in: 409,
  already_exists: 409,
  token_in_use: 409,
  app_not_installed: 409,
  app_not_running: 409,
  no_token: 409,
  too_large: 413,
  unknown_account: 422,
  unknown_group: 422,
  channel_not_available: 422,
  unknown_code: 422,
  unknown_device: 422,
  unknown_axis: 422,
  unknown_value: 422,
  too_many_cells: 422,
  not_audio: 422,
  invalid_credential: 422,
  invalid_setting: 422,
};

export const statusOf = (code: string): number => STATUS_OF[code] ?? 400;

/** A failure of the simulator as an answer. */
export const refuse = (error: Failure): Response => json({ error }, statusOf(error.code));

import { type Agent, request } from 'node:https';
import type { VendorCall } from '../../core/channels/types.ts';
import { OUTCOME_HEADER } from '../front-door/door.ts';
import { type SendResult, type Target, timeoutText } from './sender.ts';

/** Sends over HTTP/1.1 with the vendor's name in SNI and Host, to our listener's address. */
export function sendHttp1(
  target: Target,
  agent: Agent,
  call: VendorCall,
  outcomeId: string | null,
): Promise<SendResult> {
  return new Promise((resolve) => {
    const outgoing = request(
      {
        agent,
        host: target.host,
        port: target.port,
        servername: call.host,
        method: call.method,
        path: call.path,
        headers: ['host', call.host, ...call.headers.flat(), ...lengthOf(call), ...markedWith(outcomeId)],
        signal: AbortSignal.timeout(target.timeoutMs),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', (error) => resolve({ error: error.message }));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: pairs(incoming.rawHeaders),
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', (error) =>
      resolve({
        error:
          error.name === 'AbortError' || error.name === 'TimeoutError' ? timeoutText(target.timeoutMs) : error.message,
      }),
    );
    outgoing.end(call.body);
  });
}

/** The header that joins request and outcome. */
const markedWith = (outcomeId: string | null): string[] => (outcomeId === null ? [] : [OUTCOME_HEADER, outcomeId]);

function lengthOf(call: VendorCall): string[] {
  const given = call.headers.some(([name]) => name.toLowerCase() === 'content-length');
  return given || call.body === '' ? [] : ['content-length', String(Buffer.byteLength(call.body))];
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  const result: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) result.push([(raw[i] ?? '').toLowerCase(), raw[i + 1] ?? '']);
  return result;
}

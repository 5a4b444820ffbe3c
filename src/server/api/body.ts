import { problem } from './problem.ts';

export type BodyResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: Response };

const refused = (answer: Response): BodyResult => ({ ok: false, answer });

/** Reads a JSON body of at most `limit` bytes; every way in which it can be wrong has its own answer. */
export async function readJsonBody(
  request: Request,
  options: { readonly limit: number; readonly optional: boolean },
): Promise<BodyResult> {
  const bytes = await readBytes(request, options.limit);
  if (bytes === null) {
    return refused(
      problem(413, 'too_large', `The body is larger than ${options.limit} bytes. Send less at once.`, {
        limit: options.limit,
      }),
    );
  }
  if (bytes.length === 0 && options.optional) return { ok: true, value: {} };
  const wrongType = checkType(request);
  if (wrongType !== null) return refused(wrongType);
  if (bytes.length === 0) {
    return refused(problem(400, 'invalid_json', 'The body is empty. Send a JSON object, for example {}.'));
  }
  return parse(bytes);
}

function checkType(request: Request): Response | null {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    return problem(415, 'unsupported_encoding', `The body has Content-Encoding ${encoding}. Send it uncompressed.`);
  }
  const header = request.headers.get('content-type');
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') {
    const received = header === null ? 'has no Content-Type' : `has Content-Type ${header}`;
    return problem(415, 'unsupported_media_type', `The body ${received}. Send Content-Type: application/json.`);
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'utf8', '"utf-8"', '"utf8"'].includes(charset)) {
    return problem(415, 'unsupported_charset', `The body says it is ${charset}. JSON is sent as UTF-8.`);
  }
  return null;
}

function parse(bytes: Uint8Array): BodyResult {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(problem(400, 'invalid_json', 'The body is not valid UTF-8. Encode the JSON text as UTF-8.'));
  }
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refused(problem(400, 'invalid_json', `The body is not valid JSON: ${why}`));
  }
}

/** All bytes of the body; null when there are more than `limit`. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > limit) return null;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, length);
}

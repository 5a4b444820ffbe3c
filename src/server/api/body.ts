import { DEEPEST, isTooDeep } from '../../core/present/depth.ts';
import type { LocalText } from '../../core/trace/types.ts';
import { problem } from './problem.ts';

export type BodyResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: Response };

const EMPTY: LocalText = {
  en: 'The body is empty. Send a JSON object, for example {}.',
  zh: '请求体是空的。请发送一个 JSON 对象，例如 {}。',
};
const TOO_DEEP: LocalText = {
  en: `The JSON is nested too deep. Use at most ${DEEPEST} levels of lists and objects.`,
  zh: `JSON 嵌套过深。列表和对象最多嵌套 ${DEEPEST} 层。`,
};
const NO_UTF8: LocalText = {
  en: 'The body is not valid UTF-8. Encode the JSON text as UTF-8.',
  zh: '请求体不是有效的 UTF-8。请用 UTF-8 编码 JSON 文本。',
};

const refused = (answer: Response): BodyResult => ({ ok: false, answer });

/** Reads a JSON body of at most `limit` bytes; every way in which it can be wrong has its own answer. */
export async function readJsonBody(
  request: Request,
  options: { readonly limit: number; readonly optional: boolean },
): Promise<BodyResult> {
  const bytes = await readBytes(request, options.limit);
  if (bytes === null) {
    return refused(
      problem(
        413,
        'too_large',
        {
          en: `The body is larger than ${options.limit} bytes. Send less at once.`,
          zh: `请求体超过 ${options.limit} 字节。请分次发送。`,
        },
        { limit: options.limit },
      ),
    );
  }
  if (bytes.length === 0 && options.optional) return { ok: true, value: {} };
  const wrongType = checkType(request);
  if (wrongType !== null) return refused(wrongType);
  if (bytes.length === 0) {
    return refused(problem(400, 'invalid_json', EMPTY));
  }
  return parse(bytes);
}

function checkType(request: Request): Response | null {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    return problem(415, 'unsupported_encoding', {
      en: `The body has Content-Encoding ${encoding}. Send it uncompressed.`,
      zh: `请求体的 Content-Encoding 是 ${encoding}。请不压缩发送。`,
    });
  }
  const header = request.headers.get('content-type');
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') {
    return problem(415, 'unsupported_media_type', {
      en: `The body has ${header === null ? 'no Content-Type' : `Content-Type ${header}`}. Send Content-Type: application/json.`,
      zh: `请求体${header === null ? '没有 Content-Type' : `的 Content-Type 是 ${header}`}。应为 Content-Type: application/json。`,
    });
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'utf8', '"utf-8"', '"utf8"'].includes(charset)) {
    return problem(415, 'unsupported_charset', {
      en: `The body says it is ${charset}. JSON is sent as UTF-8.`,
      zh: `请求体声明的编码是 ${charset}。JSON 应以 UTF-8 发送。`,
    });
  }
  return null;
}

function parse(bytes: Uint8Array): BodyResult {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(problem(400, 'invalid_json', NO_UTF8));
  }
  if (isTooDeep(text)) return refused(problem(400, 'invalid_json', TOO_DEEP));
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const text = { en: `The body is not valid JSON: ${why}`, zh: `请求体不是有效的 JSON：${why}` };
    return refused(problem(400, 'invalid_json', text));
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

import { describe, expect, it } from 'vitest';
import { answerOf, createTestApi, message } from './harness.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('what every endpoint refuses', () => {
  const { call, raw } = createTestApi();
  const post = async (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) =>
    answerOf(await raw('/messages', { method: 'POST', headers, body }));

  it('names an unknown path and where the paths are listed', async () => {
    const answer = await call('GET', '/nothing');
    expect(answer.status).toBe(404);
    expect(answer.body.at('error', 'code')).toBe('not_found');
    expect(answer.body.at('error', 'message')).toContain('/api/v1/openapi.json');
  });

  it.each([
    ['DELETE', '/messages', 'POST'],
    ['POST', '/devices/iphone', 'GET, PATCH, DELETE, HEAD'],
    ['PUT', '/events', 'GET, HEAD'],
    ['PATCH', '/accounts/alice', 'GET, PUT, HEAD'],
    ['OPTIONS', '/health', 'GET, HEAD'],
  ])('%s %s says which methods there are', async (method, path, allow) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(answer.body.at('error', 'code')).toBe('method_not_allowed');
  });

  it('answers HEAD without a body', async () => {
    const response = await raw('/health', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each([
    ['text/plain', 'unsupported_media_type'],
    ['application/x-www-form-urlencoded', 'unsupported_media_type'],
    ['application/json; charset=gbk', 'unsupported_charset'],
  ])('takes no body of type %s', async (type, code) => {
    const answer = await post({ 'content-type': type }, '{}');
    expect(answer.status).toBe(415);
    expect(answer.body.at('error', 'code')).toBe(code);
  });

  it('takes no compressed body', async () => {
    const answer = await post({ ...JSON_TYPE, 'content-encoding': 'gzip' }, '{}');
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([415, 'unsupported_encoding']);
  });

  it.each([
    ['', 'empty'],
    ['{"from":', 'not valid JSON'],
    ['{"a":1}x', 'not valid JSON'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), 'UTF-8'],
    ['['.repeat(100_000), 'nested too deep'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nested too deep'],
    [`{"from":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`, 'nested too deep'],
  ])('says what is wrong with broken JSON (%#)', async (body, says) => {
    const answer = await post(JSON_TYPE, body);
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([400, 'invalid_json']);
    expect(answer.body.at('error', 'message')).toContain(says);
  });

  it('takes a byte order mark and a quoted charset', async () => {
    const body = `\uFEFF${JSON.stringify(message())}`;
    expect((await post({ 'content-type': 'application/json; charset="UTF-8"' }, body)).status).toBe(200);
  });

  it('stops reading at 1 MiB, declared or not', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    const declared = await post(JSON_TYPE, large);
    expect([declared.status, declared.body.at('error', 'code')]).toEqual([413, 'too_large']);
    const init = { method: 'POST', headers: JSON_TYPE, body: streamOf(large), duplex: 'half' as const };
    expect((await raw('/messages', init)).status).toBe(413);
  });

  it('refuses a query parameter that is unknown, repeated or out of range', async () => {
    const unknown = await call('GET', '/exchanges?limits=5');
    expect([unknown.status, unknown.body.at('error', 'code')]).toEqual([400, 'unknown_field']);
    expect(unknown.body.at('error', 'message')).toContain('Did you mean "limit"?');
    expect((await call('GET', '/exchanges?limit=5&limit=6')).body.at('error', 'message')).toContain('more than once');
    for (const limit of ['0', '501', 'x', '-1', '1e3', '1.5']) {
      expect((await call('GET', `/exchanges?limit=${limit}`)).status).toBe(400);
    }
  });

  it('says in one line that it failed, and nothing of the inside, when it fails', async () => {
    const broken = createTestApi();
    broken.simulator.workspace = () => {
      throw new Error('a secret of the inside');
    };
    const answer = await broken.call('GET', '/workspace');
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([500, 'internal_error']);
    expect(JSON.stringify(answer.body.value)).not.toContain('secret');
    expect(broken.logged.join()).toContain('a secret of the inside');
  });
});

describe('what a refusal of a body says', () => {
  const { call } = createTestApi();
  const refusal = async (body: unknown) => {
    const answer = await call('POST', '/messages', body);
    return {
      status: answer.status,
      code: answer.body.at('error', 'code'),
      issue: answer.body.at('error', 'details', 'issues', 0),
    };
  };

  it('names an unknown field at any depth and the one that was meant', async () => {
    const offlinePush = { ios: { badgeEnable: true } };
    expect(await refusal(message({ offlinePush }))).toEqual({
      status: 400,
      code: 'unknown_field',
      issue: {
        path: 'offlinePush.ios.badgeEnable',
        code: 'unknown_field',
        received: 'true',
        message: 'Unknown field "offlinePush.ios.badgeEnable".',
        fix: 'Did you mean "badgeEnabled"?',
      },
    });
  });

  it('names an unknown field inside a list', async () => {
    const { issue } = await refusal(message({ elements: [{ type: 'text', text: 'a', colour: 'red' }] }));
    expect(issue).toMatchObject({ path: 'elements[0].colour', code: 'unknown_field' });
  });

  it('says what was received and what would be right', async () => {
    const { code, issue } = await refusal(message({ kind: 'chit-chat' }));
    expect(code).toBe('invalid_request');
    expect(issue).toMatchObject({ path: 'kind', received: '"chit-chat"', fix: 'Give one of "chat", "system".' });
  });

  it('tells a missing field from a wrong one', async () => {
    const { issue } = await refusal({ ...message(), from: undefined });
    expect(issue).toMatchObject({ path: 'from', code: 'missing', message: '"from" is missing.' });
  });

  it('follows the branch of a union that the caller took', async () => {
    expect((await refusal(message({ to: { c2c: 1 } }))).issue).toMatchObject({ path: 'to.c2c', fix: 'Give a string.' });
    expect((await refusal(message({ to: { group: 'g', c2c: 'u' } }))).status).toBe(400);
    expect((await refusal(message({ elements: [{ type: 'sticker' }] }))).issue).toMatchObject({
      path: 'elements[0].type',
      received: '"sticker"',
    });
  });

  it('refuses a body that is no object', async () => {
    expect((await refusal([])).status).toBe(400);
    expect((await refusal(null)).status).toBe(400);
  });
});

function streamOf(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + 65_536));
      at += 65_536;
    },
  });
}

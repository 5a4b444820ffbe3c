import { protocol } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { protocol as fake, resetElectron } from '../../test/fakes/electron.ts';
import { answer, setupProtocol } from './protocol.ts';

beforeEach(resetElectron);

/** A program that tells what it was asked. */
const echo = {
  fetch: async (request: Request) =>
    Response.json({ method: request.method, url: request.url, body: await request.text() }, { status: 201 }),
};
const page = (path: string, init?: RequestInit) => new Request(`pushpit://app${path}`, init);

describe('answer', () => {
  it('hands the request to the program as it is, and its answer back', async () => {
    const response = await answer(page('/api/v1/messages?dryRun=true', { method: 'POST', body: '{"a":1}' }), echo);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      method: 'POST',
      url: 'pushpit://app/api/v1/messages?dryRun=true',
      body: '{"a":1}',
    });
  });

  it('puts the policy on every answer, refusals and failures included', async () => {
    const failing = { fetch: () => Promise.reject(new Error('out of order')) };
    const foreign = new Request('pushpit://evil/');
    for (const response of [
      await answer(page('/'), echo),
      await answer(page('/'), failing),
      await answer(foreign, echo),
    ]) {
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('serves no other host of the scheme', async () => {
    const response = await answer(new Request('pushpit://evil/api/v1/health'), echo);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'foreign_host' } });
  });

  it('says why when the program fails', async () => {
    const response = await answer(page('/api/v1/health'), { fetch: () => Promise.reject(new Error('out of order')) });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: { code: 'internal', message: 'out of order', messageZh: 'Pushpit 出错：out of order' },
    });
  });

  it('passes a stream on as it comes', async () => {
    let push: (text: string) => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        push = (text) => controller.enqueue(new TextEncoder().encode(text));
      },
    });
    const events = { fetch: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }) };
    const response = await answer(page('/api/v1/events'), events);
    const reader = response.body?.getReader();
    push('data: one\n\n');
    // The stream is still open: only an answer that is not collected first can give this now.
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: one\n\n');
    await reader?.cancel();
  });

  it('takes the page from Vite while developing, but the API from the program', async () => {
    const asked: string[] = [];
    const fetchDev = async (address: string) => {
      asked.push(address);
      return new Response('<!doctype html>');
    };
    const host = { ...echo, devServer: { origin: 'http://localhost:5173', fetch: fetchDev } };
    const html = await answer(page('/main.tsx?t=1'), host);
    expect(html.headers.get('content-security-policy')).toContain('ws://localhost:5173');
    expect((await answer(page('/api/v1/health'), host)).status).toBe(201);
    expect(asked).toEqual(['http://localhost:5173/main.tsx?t=1']);
  });
});

describe('setupProtocol', () => {
  it('answers for our scheme', async () => {
    setupProtocol(echo, protocol);
    const response = await fake.handlers.get('pushpit')?.(page('/'));
    expect(response?.status).toBe(201);
  });
});

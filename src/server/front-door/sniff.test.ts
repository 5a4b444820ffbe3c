import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, type Opening, peek } from './sniff.ts';

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('classify', () => {
  it.each([
    [PREFACE, 'http2'],
    ['GET / HTTP/1.1\r\n', 'http1'],
    ['\r\nPOST /x', 'http1'],
    ['M-SEARCH * HTTP/1.1', 'http1'],
    ['PRI * HTTP/1.1\r\n', 'http1'],
    ['\x16\x03\x01', 'tls'],
    ['\x16\x02', 'garbage'],
    ['\x00\x00\x20', 'garbage'],
    [' GET /', 'garbage'],
    ['A'.repeat(30), 'garbage'],
    ['\r\n'.repeat(20), 'garbage'],
    ['', undefined],
    ['\x16', undefined],
    ['PRI * HTT', undefined],
    ['POS', undefined],
  ] as [string, Opening | undefined][])('%j → %s', (text, opening) => {
    expect(classify(bytes(text))).toBe(opening);
  });

  it('never changes its mind when more bytes come, and always decides within 64', () => {
    const openings = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.constant(bytes(PREFACE)));
    fc.assert(
      fc.property(openings, fc.uint8Array({ maxLength: 64 }), (head, tail) => {
        const first = classify(head);
        const all = Buffer.concat([head, tail]);
        if (first !== undefined) expect(classify(all)).toBe(first);
        if (all.length >= 64) expect(classify(all)).toBeDefined();
      }),
    );
  });
});

describe('peek', () => {
  it('gives the stream back whole, however the bytes were cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 30 }), async (cuts) => {
        const text = `${PREFACE}and the rest of it, which must not be lost`;
        const stream = new PassThrough();
        const found = new Promise<Opening>((resolve, reject) => {
          peek(stream, 1_000, resolve, reject);
        });
        let at = 0;
        for (const cut of cuts) {
          stream.write(bytes(text.slice(at, at + cut)));
          at += cut;
        }
        stream.end(bytes(text.slice(at)));
        expect(await found).toBe('http2');
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        expect(Buffer.concat(chunks).toString('latin1')).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('reports what came when the client closes or waits too long', async () => {
    const closing = new PassThrough();
    const closed = new Promise((resolve) =>
      peek(closing, 1_000, resolve, (end, got) => resolve([end, got.toString()])),
    );
    closing.end('PO');
    expect(await closed).toEqual(['closed', 'PO']);
    const slow = new PassThrough();
    const late = new Promise((resolve) => peek(slow, 10, resolve, (end, got) => resolve([end, got.toString()])));
    expect(await late).toEqual(['timeout', '']);
  });
});

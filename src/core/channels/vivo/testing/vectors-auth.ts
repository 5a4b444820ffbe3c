import type { VendorWorld } from '../../../testing/vendor-world.ts';
import {
  call,
  DAY,
  get,
  MINUTE,
  OK,
  refused,
  SENT,
  send,
  type VectorAnswer,
  type VectorRequest,
  type VivoVector,
} from './vector.ts';
import { APP_ID, authBody, setVivo } from './world.ts';

const auth = (world: VendorWorld, change: Readonly<Record<string, unknown>> = {}): VectorRequest =>
  call('/message/auth', authBody(world, change), { token: null });

const TOKEN_OK: VectorAnswer = { ...OK, keys: ['result', 'desc', 'authToken'] };

export const AUTH_ROWS: readonly VivoVector[] = [
  {
    row: '1',
    prepare: (world) => {
      world.now = 1_700_000_000_000;
    },
    exchanges: () => [
      {
        request: call(
          '/message/auth',
          '{"appId":10004,"appKey":"demo-key","timestamp":1700000000000,"sign":"9c084d3d76492b9ba52e097992bd1198"}',
          { token: null },
        ),
        answer: TOKEN_OK,
      },
    ],
  },
  {
    row: '2',
    exchanges: (world) => [{ request: auth(world, { appId: APP_ID, timestamp: String(world.now) }), answer: TOKEN_OK }],
  },
  {
    row: '3',
    exchanges: (world) => [
      { request: auth(world, { timestamp: world.now - 10 * MINUTE - 1000 }), answer: refused(10207) },
      { request: auth(world, { timestamp: 'abc' }), answer: refused(10207) },
    ],
  },
  {
    row: '4',
    exchanges: (world) => [
      { request: auth(world, { sign: '00000000000000000000000000000000' }), answer: refused(10206) },
      { request: auth(world, { sign: undefined }), answer: refused(10204) },
      { request: auth(world, { appId: 999 }), answer: refused(10205) },
      {
        request: auth(world, {
          appKey: 'wrong',
          sign: world.ports.crypto.md5Hex(`${APP_ID}wrong${world.now}demo-secret`),
        }),
        answer: refused(10202, { desc: 'appKey不合法' }),
      },
      { request: auth(world, { appId: '' }), answer: refused(10200) },
      { request: auth(world, { timestamp: null }), answer: refused(10203) },
    ],
  },
  {
    row: '5',
    exchanges: (world) => [{ request: auth(world, { appKey: '', sign: 'x' }), answer: refused(10201) }],
    chosen: true,
  },
  {
    row: '6',
    exchanges: (world) => [{ request: auth(world), answer: TOKEN_OK }, send({}, SENT)],
    shade: 1,
  },
  {
    row: '6 rate',
    prepare: (world) => setVivo(world, { authPerSecond: 2 }),
    exchanges: (world) => [
      { request: auth(world), answer: TOKEN_OK },
      { request: auth(world), answer: refused(10093) },
      { request: auth(world, { timestamp: world.now + 1000 }), answer: refused(10206), after: 1000 },
    ],
  },
];

export const REQUEST_ROWS: readonly VivoVector[] = [
  { row: '7', exchanges: () => [send({}, SENT)], shade: 1, notes: ['vivo-default-class'] },
  {
    row: '8',
    exchanges: () => [
      send({}, SENT, {
        headers: [
          ['Content-Type', 'application/json;charset=UTF-8'],
          ['Content-Encoding', 'UTF-8'],
        ],
      }),
    ],
    shade: 1,
    notes: ['vivo-content-encoding'],
  },
  {
    row: '9',
    exchanges: () => [
      send({}, refused(10000), { token: null }),
      send({}, refused(10000), { token: 'wrong' }),
      { ...send({}, SENT), after: DAY - 1 },
      { ...send({}, refused(10000)), after: 1 },
    ],
    shade: 1,
  },
  { row: '10', exchanges: () => [send({ appId: 999 }, refused(10094)), send({ appId: 10004 }, SENT)], shade: 1 },
  {
    row: '11',
    exchanges: () => [
      {
        request: call('/message/send', 'xyz'),
        answer: { status: 500, text: 'Internet server error!' },
      },
      { request: call('/message/send', '[]'), answer: { status: 500, text: 'Internet server error!' } },
    ],
    shade: 0,
    chosen: true,
  },
  {
    row: '11 path',
    exchanges: () => [
      { request: call('/message/pushToAll', '{}'), answer: { status: 404, text: 'Not Found' } },
      { request: get('/message/send'), answer: { status: 404, text: 'Not Found' } },
      { request: call('/report/getStatistics?taskIds=1', ''), answer: { status: 404, text: 'Not Found' } },
    ],
    chosen: true,
  },
];

import {
  body,
  type Change,
  call,
  DAY,
  get,
  MINUTE,
  OK,
  refused,
  SENT,
  send,
  type VectorAnswer,
  type VectorExchange,
  type VivoVector,
} from './vector.ts';
import { R1, R2, RU, RX, setVivo } from './world.ts';

const LIST_OK: VectorAnswer = { ...OK, keys: ['result', 'desc', 'requestId', 'invalidUsers'] };

export const list = (rest: Change, answer: VectorAnswer): VectorExchange => ({
  request: call('/message/pushToList', { regIds: [R1, R2], requestId: 'list', taskId: '{task}', ...rest }),
  answer,
});

const save = (rest: Change = {}, answer: VectorAnswer = SENT): VectorExchange => ({
  request: call('/message/saveListPayload', body(rest)),
  answer,
});

export const MANY_ROWS: readonly VivoVector[] = [
  {
    row: '29',
    exchanges: () => [
      save(),
      list(
        { regIds: [R1, R2, RX] },
        { ...LIST_OK, more: { requestId: 'list', invalidUsers: [{ status: 1, userid: RX }] } },
      ),
    ],
    shade: 1,
    notes: ['vivo-bad-targets', 'vivo-regid-form'],
  },
  {
    row: '30',
    exchanges: () => [save(), list({}, { ...LIST_OK, more: { invalidUsers: [] } })],
    shade: 1,
  },
  {
    row: '31',
    exchanges: () => [
      list({ regIds: [R1] }, refused(10153)),
      list({ taskId: '1' }, refused(10155)),
      list({ regIds: undefined, aliases: ['al1'] }, refused(10154)),
      list({ regIds: undefined }, refused(10150)),
      list({ taskId: undefined }, refused(10151)),
      list({ taskId: 'x' }, refused(10152)),
      list({ requestId: undefined }, refused(10352)),
    ],
    shade: 0,
    chosen: true,
  },
  {
    row: '32',
    prepare: (world) => setVivo(world, { messageClasses: true }),
    exchanges: () => [
      { request: call('/message//all', body()), answer: SENT },
      { request: call('/message//all', body()), answer: refused(10254) },
      { request: call('/message//all', body()), answer: refused(10000), after: DAY },
    ],
    shade: 1,
    notes: ['vivo-path-tidied'],
  },
  {
    row: '32 totals',
    prepare: (world) =>
      setVivo(world, { messageClasses: true, operationalPerDay: 1, systemPerDay: 1, bodiesPerDay: 1 }),
    exchanges: () => [
      send({ classification: 1 }, SENT),
      send({ classification: 1, title: 'other' }, refused(10073)),
      send({}, SENT),
      send({ title: 'other' }, refused(10070)),
      save(),
      save({}, refused(10252)),
    ],
    shade: 2,
  },
  {
    row: '32 night',
    prepare: (world) => {
      world.now += 14 * 60 * MINUTE;
      setVivo(world, { messageClasses: true, nightSends: 'refused' });
    },
    exchanges: () => [send({}, refused(10071)), send({ classification: 1 }, SENT)],
    shade: 1,
  },
  {
    row: '32 rate',
    prepare: (world) => setVivo(world, { requestsPerSecond: 1 }),
    exchanges: () => [send({}, SENT), send({}, refused(10072)), { ...send({ title: 'later' }, SENT), after: 1000 }],
    shade: 2,
  },
  {
    row: '33',
    exchanges: () => [
      send({}, SENT),
      {
        request: get('/report/getStatistics%20?taskIds={task},1'),
        answer: {
          ...OK,
          keys: ['result', 'desc', 'statistics'],
        },
      },
      { request: get('/report/getStatistics'), answer: refused(10473) },
      {
        request: get(`/report/getStatistics?taskIds=${Array.from({ length: 101 }, (_, index) => index + 1)}`),
        answer: refused(10471),
      },
    ],
    shade: 1,
  },
  {
    row: '33 ids',
    exchanges: () => [
      {
        request: call('/invalidUser/check', { userType: 1, userIds: [R1, RX, RU] }),
        answer: {
          ...OK,
          keys: ['result', 'desc', 'data'],
          more: {
            data: [
              { status: 1, userid: RX },
              { status: 2, userid: RU },
            ],
          },
        },
      },
      { request: call('/invalidUser/check', { userType: 3, userIds: [R1] }), answer: refused(10616) },
      { request: call('/invalidUser/check', { userType: 1 }), answer: refused(10609) },
    ],
    chosen: true,
  },
  {
    row: '33 tags',
    exchanges: () => [
      { request: call('/tag/add', { name: 'news' }), answer: { ...OK, desc: '成功', keys: ['result', 'desc'] } },
      { request: call('/tag/add', {}), answer: refused(10601) },
      {
        request: call('/tag/addMembers', { name: 'news', type: 1, ids: [R1, RX] }),
        answer: { ...OK, desc: '成功', more: { invalidUsers: [{ status: 1, userid: RX }] } },
      },
      {
        request: call('/tag/addMembers', {
          name: 'news',
          type: 1,
          ids: Array.from({ length: 1001 }, (_, index) => `r${index}`),
        }),
        answer: refused(10614),
      },
      {
        request: call('/message/tagPush', body({ tagExpression: { orTags: ['news'], andTags: [], notTags: [] } })),
        answer: SENT,
      },
      { request: call('/message/tagPush', body()), answer: refused(10050) },
    ],
    shade: 1,
  },
];

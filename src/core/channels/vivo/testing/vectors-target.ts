import { refused, SENT, send, sends, type VectorAnswer, type VivoVector } from './vector.ts';
import { ALIAS, R1, RU, RX, setVivo } from './world.ts';

const invalidUser = (status: number, userid: string): Partial<VectorAnswer> => ({
  keys: ['result', 'desc', 'invalidUser'],
  desc: 'regId 不合法',
  more: { invalidUser: { status, userid } },
});

export const TARGET_ROWS: readonly VivoVector[] = [
  ...sends('23', [{ regId: RX }, refused(10302, invalidUser(1, RX))]),
  ...sends('24', [{ regId: RU }, refused(10302, invalidUser(2, RU))]),
  {
    row: '24 alias',
    exchanges: () => [
      send({ regId: undefined, alias: ALIAS }, SENT),
      send({ regId: undefined, alias: 'nobody' }, refused(10303)),
    ],
    shade: 1,
    chosen: true,
  },
  {
    row: '24 off',
    prepare: (world) => {
      world.change({ permission: 'denied' });
      setVivo(world, { unreachable: 'refuse' });
    },
    exchanges: () => [send({}, refused(10311))],
    chosen: true,
  },
  ...sends('25', [{ pushMode: 1 }, refused(10302, invalidUser(4, R1))]),
  {
    row: '26',
    prepare: (world) => setVivo(world, { appState: 'review' }),
    exchanges: () => [
      send({}, refused(10045, { desc: '应用审核中不可发送正式消息' })),
      send({ pushMode: 1 }, refused(10302, invalidUser(4, R1))),
    ],
  },
  {
    row: '26 closed',
    prepare: (world) => setVivo(world, { appState: 'closed' }),
    exchanges: () => [send({}, refused(10043))],
  },
  {
    row: '26 system',
    prepare: (world) => setVivo(world, { systemMessages: false }),
    exchanges: () => [send({ classification: 1 }, refused(10082)), send({ classification: 0 }, SENT)],
    shade: 1,
  },
];

import { refused, SENT, send, sends, type VivoVector } from './vector.ts';
import { setVivo } from './world.ts';

const wide = (count: number): string => '包'.repeat(count);

const pairs = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));

export const MESSAGE_ROWS: readonly VivoVector[] = [
  ...sends(
    '12',
    [{ requestId: undefined }, refused(10352, { desc: 'requestId 不能为空' })],
    [{ requestId: 'x'.repeat(65) }, refused(10353)],
    [{ requestId: 1_234_567 }, SENT],
  ),
  {
    row: '13',
    exchanges: () => {
      const first = send({ requestId: 'same' }, SENT);
      return [first, { ...first, answer: { ...SENT, sameTask: true } }];
    },
    shade: 1,
    notes: ['vivo-duplicate-request'],
    chosen: true,
  },
  {
    row: '13 send',
    prepare: (world) => setVivo(world, { repeatedRequest: 'send' }),
    exchanges: () => [
      send({ requestId: 'same', classification: 1 }, SENT),
      send({ requestId: 'same', classification: 1 }, SENT),
    ],
    shade: 2,
  },
  ...sends(
    '14',
    [{ title: undefined }, refused(10055, { desc: 'title 不能为空' })],
    [{ title: wide(40) }, SENT],
    [{ title: wide(41) }, refused(10056)],
  ),
  ...sends('15', [{ content: undefined }, refused(10057)], [{ content: 'x'.repeat(101) }, refused(10058)]),
  { row: '16', exchanges: () => [send({ title: undefined, requestId: undefined }, refused(10352))], chosen: true },
  ...sends('17', [{ notifyType: 5 }, refused(10054)], [{ notifyType: '4' }, SENT]),
  ...sends(
    '18',
    [{ skipType: 2 }, refused(10061)],
    [{ skipType: 4 }, refused(10068)],
    [{ skipType: 5 }, refused(10060)],
    [{ skipType: 3 }, refused(10063)],
    [{ skipType: 2, skipContent: `http://${'x'.repeat(2042)}` }, refused(10062)],
    [{ skipType: 3, skipContent: 'x'.repeat(2049) }, refused(10064)],
    [{ skipType: 4, skipContent: 'x'.repeat(2049) }, refused(10069)],
  ),
  ...sends('19', [{ networkType: '1' }, SENT], [{ networkType: 2 }, refused(10065)]),
  ...sends(
    '20',
    [{ clientCustomMap: pairs(11) }, refused(10066)],
    [{ clientCustomMap: { k: 'v'.repeat(1024) } }, refused(10067)],
    [{ clientCustomMap: { k: 'v'.repeat(1023) } }, SENT],
    [{ clientCustomMap: 'text' }, refused(10067)],
  ),
  ...sends('21', [{ timeToLive: 59 }, refused(10059)], [{ timeToLive: 60 }, SENT], [{}, SENT]),
  ...sends('22', [{ regId: undefined }, refused(10050)], [{ regId: undefined, alias: 'a'.repeat(71) }, refused(10301)]),
  ...sends(
    '27',
    [{ extra: { foo: '1' } }, refused(10304)],
    [{ extra: { callback: `http://a/${'x'.repeat(120)}` } }, refused(10305)],
    [{ extra: { 'callback.param': 'x'.repeat(193) } }, refused(10306)],
  ),
  ...sends(
    '28',
    [{ category: 'IM', classification: 0 }, refused(10097)],
    [{ category: 'XX' }, refused(10096)],
    [{ classification: 2 }, refused(11000)],
    [{ notifyId: 0 }, refused(10095)],
  ),
];

export const TEXT_ROWS: readonly VivoVector[] = [
  { row: '34', exchanges: () => [send({ title: 'test' }, SENT)], notes: ['vivo-test-text'], shade: 1, chosen: true },
  {
    row: '34 strict',
    prepare: (world) => setVivo(world, { strictContent: true }),
    exchanges: () => [
      send({ title: 'test' }, refused(10104)),
      send({ title: 'Parcel 7', content: 'Your parcel has arrived' }, SENT),
    ],
    shade: 1,
  },
  {
    row: '35',
    prepare: (world) => world.process('foreground'),
    exchanges: () => [send({ foregroundShow: false }, SENT)],
    notes: ['vivo-foreground-hidden'],
    shade: 0,
  },
  { row: '35 killed', exchanges: () => [send({ foregroundShow: false }, SENT)], shade: 1 },
  {
    row: '36',
    // That it never appears needs a phone that comes back: the tests over sockets see to that.
    prepare: (world) => world.change({ online: false }),
    exchanges: () => [send({ sendOnline: true }, SENT)],
    notes: ['vivo-send-online'],
  },
];

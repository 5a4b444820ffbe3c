import type { Endpoint, Handler } from './call.ts';
import { sendHandler } from './send.ts';
import { dailyStatistics, taskStatistics } from './statistics.ts';
import {
  changeAllSwitches,
  changeSwitch,
  getAlias,
  getSwitches,
  getTags,
  subscribeAlias,
  subscribeTags,
  unsubscribeAlias,
  unsubscribeAllTags,
  unsubscribeTags,
} from './subscriptions.ts';
import { cancel, makeTask, pushToApp, pushToTag } from './tasks.ts';
import { uploadImage } from './upload.ts';

export const PREFIX = '/garcia/api/server';

type Row = readonly [path: string, required: readonly string[], handle: Handler];

const LISTS = { pushId: 'pushIds', alias: 'alias' } as const;
const WAYS = [
  ['pushByPushId', 'pushId'],
  ['pushByAlias', 'alias'],
] as const;

const SENDS: readonly Row[] = [false, true].flatMap((passThrough) =>
  WAYS.flatMap(([name, by]): readonly Row[] => {
    const folder = passThrough ? 'unvarnished' : 'varnished';
    const list = LISTS[by];
    return [
      [`/push/${folder}/${name}`, [list, 'messageJson'], sendHandler({ by, passThrough, task: false })],
      [`/push/task/${folder}/${name}`, ['taskId', list], sendHandler({ by, passThrough, task: true })],
    ];
  }),
);

const TASKS: readonly Row[] = [
  ['/push/pushTask/getTaskId', ['pushType', 'messageJson'], makeTask],
  ['/push/pushTask/pushToApp', ['pushType', 'messageJson'], pushToApp],
  ['/push/pushTask/pushToTag', ['pushType', 'tagNames', 'scope', 'messageJson'], pushToTag],
  ['/push/pushTask/cancel', ['pushType', 'taskId'], cancel],
];

const OTHERS: readonly Row[] = [
  ['/push/uploadImg', ['imgType', 'imgUrl'], uploadImage],
  ['/push/statistics/getTaskStatistics', ['taskId'], taskStatistics],
  ['/push/statistics/dailyPushStatics', ['startTime', 'endTime'], dailyStatistics],
  ['/message/getRegisterSwitch', ['pushId'], getSwitches],
  ['/message/changeRegisterSwitch', ['pushId', 'msgType', 'subSwitch'], changeSwitch],
  ['/message/changeAllSwitch', ['pushId', 'subSwitch'], changeAllSwitches],
  ['/message/subscribeAlias', ['pushId', 'alias'], subscribeAlias],
  ['/message/unSubscribeAlias', ['pushId'], unsubscribeAlias],
  ['/message/getSubAlias', ['pushId'], getAlias],
  ['/message/subscribeTags', ['pushId', 'tags'], subscribeTags],
  ['/message/unSubscribeTags', ['pushId', 'tags'], unsubscribeTags],
  ['/message/getSubTags', ['pushId'], getTags],
  ['/message/unSubAllTags', ['pushId'], unsubscribeAllTags],
];

const rows = (list: readonly Row[], sends: boolean): (readonly [string, Endpoint])[] =>
  list.map(([path, required, handle]) => [`${PREFIX}${path}`, { required, sends, handle }]);

/** Every interface by its path. Each takes GET and POST, and stands on every host: clients differ in both. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ...rows(SENDS, true),
  ...rows(TASKS, true),
  ...rows(OTHERS, false),
]);

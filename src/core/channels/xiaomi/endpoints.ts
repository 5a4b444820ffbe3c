import type { Handler } from './call.ts';
import { addChannel, discardChannel, listChannels } from './channel-calls.ts';
import { pollQueue } from './emq.ts';
import { invalidMiids, invalidTargets } from './feedback.ts';
import { bareCall, boundList } from './lists.ts';
import { multiHandler } from './multi.ts';
import type { TargetKind } from './payload.ts';
import { type RevokeKind, revokeHandler, revokeMessage } from './revoke.ts';
import { deleteBroadcast, deleteJob, deleteJobsByKey, jobExists, stopSends } from './schedule.ts';
import { sendHandler } from './send.ts';
import { topicHandler } from './topics.ts';
import { messageCounters, messageStatus, quotaStatus } from './trace-status.ts';
import { geoSend, mediaUpload } from './withdrawn.ts';

export interface Endpoint {
  readonly methods: readonly string[];
  /** Sends count against the blacklist and the rate. */
  readonly sends: boolean;
  readonly handle: Handler;
}

const POST = ['POST'];
/** Reading calls: documented as GET, but known clients POST them. */
const READ = ['GET', 'POST'];

const send = (handle: Handler): Endpoint => ({ methods: POST, sends: true, handle });
const post = (handle: Handler): Endpoint => ({ methods: POST, sends: false, handle });
const read = (handle: Handler): Endpoint => ({ methods: READ, sends: false, handle });

function sendPaths(): [string, Endpoint][] {
  const versions: readonly (readonly [TargetKind, readonly string[]])[] = [
    ['regid', ['v2', 'v3', 'v4']],
    ['alias', ['v2', 'v3', 'v4']],
    ['user_account', ['v2', 'v3', 'v4']],
    ['topic', ['v2', 'v3', 'v4']],
    ['multi_topic', ['v2', 'v3', 'v4']],
    ['all', ['v2', 'v3', 'v4']],
    ['region', ['v2']],
    ['miid', ['v2']],
    ['gaid', ['v2', 'v3']],
  ];
  return versions.flatMap(([kind, list]) => {
    const endpoint = send(sendHandler(kind));
    return list.map((version): [string, Endpoint] => [`/${version}/message/${kind}`, endpoint]);
  });
}

function revokePaths(): [string, Endpoint][] {
  const first: readonly RevokeKind[] = ['alias', 'regid', 'user_account', 'miid', 'imeimd5', 'topic', 'multi_topic'];
  const third: readonly RevokeKind[] = ['regid', 'alias', 'user_account'];
  return [
    ...first.map((kind): [string, Endpoint] => [`/v1/message/${kind}/revoke`, post(revokeHandler(kind, 1))]),
    ...third.map((kind): [string, Endpoint] => [`/v3/message/${kind}/revoke`, post(revokeHandler(kind, 3))]),
  ];
}

/** Every interface, by path. Paths are compared exactly. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ...sendPaths(),
  ...revokePaths(),
  ['/message/oaid', send(sendHandler('oaid'))],
  ['/v2/message/geo', send(geoSend)],
  ['/v2/message/geo_group', send(geoSend)],
  ['/v2/multi_messages/regids', send(multiHandler('regid'))],
  ['/v2/multi_messages/aliases', send(multiHandler('alias'))],
  ['/v2/multi_messages/user_accounts', send(multiHandler('user_account'))],
  ['/v2/message/delete', post(deleteBroadcast)],
  ['/v2/message/revoke', post(revokeMessage)],
  ['/v2/schedule_job/exist', read(jobExists)],
  ['/v2/schedule_job/query', read(jobExists)],
  ['/v2/schedule_job/delete', post(deleteJob)],
  ['/v3/schedule_job/delete', post(deleteJobsByKey)],
  ['/v1/message/switch/stop_by_id', post(stopSends('msg_ids'))],
  ['/v1/message/switch/stop_by_jobkey', post(stopSends('job_keys'))],
  ['/v1/trace/message/status', read(messageStatus)],
  ['/v1/trace/messages/status', read(messageStatus)],
  ['/v1/trace/quota/get', read(quotaStatus)],
  ['/v1/stats/message/counters', read(messageCounters)],
  ['/v2/topic/subscribe', post(topicHandler('subscribe', 'regid'))],
  ['/v2/topic/unsubscribe', post(topicHandler('unsubscribe', 'regid'))],
  ['/v2/topic/subscribe/alias', post(topicHandler('subscribe', 'alias'))],
  ['/v2/topic/unsubscribe/alias', post(topicHandler('unsubscribe', 'alias'))],
  ['/v1/alias/all', read(boundList((target) => target.aliases))],
  ['/v1/topic/all', read(boundList((target) => target.topics))],
  ['/v1/account/all', read(boundList((target) => target.userAccounts))],
  ['/v1/miid/all', read(boundList(() => []))],
  ['/v1/regid/presence', read(bareCall('registration_id'))],
  ['/v2/regid/presence', read(bareCall('registration_id'))],
  ['/v3/regid/presence', read(bareCall('registration_id'))],
  ['/v1/validation/regids', post(bareCall('registration_ids'))],
  ['/v1/feedback/fetch_invalid_regids', read(invalidTargets('invalidRegids'))],
  ['/v1/feedback/fetch_invalid_aliases', read(invalidTargets('invalidAliases'))],
  ['/v1/feedback/fetch_invalid_miid', read(invalidMiids)],
  ['/v1/feedback/get_region_by_regid', post(bareCall('regIds'))],
  ['/v1/channel/add', read(addChannel)],
  ['/v1/channel/discard', read(discardChannel)],
  ['/v1/channel/list', read(listChannels)],
  ['/media/upload/image', post(mediaUpload)],
  ['/media/upload/smallIcon', post(mediaUpload)],
  ['/media/upload/smallIcon/query', read(mediaUpload)],
  ['/msg/ack/info', read(pollQueue('ack'))],
  ['/msg/click/info', read(pollQueue('click'))],
  ['/app/invalid/regid', read(pollQueue('invalid'))],
  ['/app/uninstall/regid', read(pollQueue('uninstall'))],
]);

import { allHandler, tagPushHandler } from './broadcast.ts';
import type { Handler } from './call.ts';
import { listHandler, saveHandler } from './list.ts';
import { liveHandler } from './live.ts';
import { invalidUserHandler, statisticsHandler } from './reports.ts';
import { sendHandler } from './send.ts';
import * as tags from './tags.ts';

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** Sends or keeps messages: the state of the app counts. */
  readonly sends: boolean;
  readonly handle: Handler;
}

/** The call that gives tokens; the only one without one. */
export const AUTH_PATH = '/message/auth';

const sending = (handle: Handler): Endpoint => ({ method: 'POST', sends: true, handle });
const posting = (handle: Handler): Endpoint => ({ method: 'POST', sends: false, handle });

/** Every interface but that for tokens, by path. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['/message/send', sending(sendHandler)],
  ['/message/saveListPayload', sending(saveHandler)],
  ['/message/pushToList', sending(listHandler)],
  ['/message/all', sending(allHandler)],
  ['/message/tagPush', sending(tagPushHandler)],
  ['/report/getStatistics', { method: 'GET', sends: false, handle: statisticsHandler } as const],
  ['/invalidUser/check', posting(invalidUserHandler)],
  ['/tag/add', posting(tags.addTag)],
  ['/tag/update', posting(tags.updateTag)],
  ['/tag/addMembers', posting(tags.addMembers)],
  ['/tag/removeMembers', posting(tags.removeMembers)],
  ['/tagGroup/add', posting(tags.addGroup)],
  ['/tagGroup/update', posting(tags.updateGroup)],
  ['/tagGroup/addToGroup', posting(tags.addToGroup)],
  ['/tagSegment/add', posting(tags.addSegment)],
  ['/tagSegment/update', posting(tags.updateSegment)],
  ['/livemessage/send', sending(liveHandler)],
]);

/** Doubled slashes count as one, blanks at the end as none: clients send both. */
export const tidyPath = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/(?:%20|%09|\s)+$/i, '');

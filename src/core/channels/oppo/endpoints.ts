import { unicastBatch } from './batch.ts';
import {
  addTagGroup,
  addTags,
  deleteAlias,
  getAlias,
  getTags,
  setAlias,
  subscribeTags,
  unsubscribeTags,
} from './bindings.ts';
import type { BodyKind } from './body.ts';
import { broadcast, saveMessage } from './broadcast.ts';
import type { Handler } from './call.ts';
import { fetchInvalid, fetchPermit } from './feedback.ts';
import { uploadPicture } from './media.ts';
import type { Picture } from './state.ts';
import { unicast } from './unicast.ts';

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly body: BodyKind;
  /** Needs the right to push. */
  readonly sends: boolean;
  /** Uploads of pictures have a code of their own for a body that is too long. */
  readonly picture?: Picture['kind'];
  readonly handle: Handler;
}

export const PREFIX = '/server/v1';
export const AUTH_PATH = `${PREFIX}/auth`;
export const UNICAST_PATH = `${PREFIX}/message/notification/unicast`;

const send = (handle: Handler): Endpoint => ({ method: 'POST', body: 'form', sends: true, handle });
const fetch = (handle: Handler): Endpoint => ({ method: 'GET', body: 'none', sends: false, handle });
const change = (handle: Handler): Endpoint => ({ method: 'POST', body: 'json', sends: false, handle });
const upload = (picture: Picture['kind']): Endpoint => ({
  method: 'POST',
  body: 'multipart',
  sends: true,
  picture,
  handle: uploadPicture(picture),
});

/** Every interface that wants a token, by its path. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  Object.entries({
    '/message/notification/unicast': send(unicast),
    '/message/notification/unicast_batch': send(unicastBatch),
    '/message/notification/save_message_content': send(saveMessage),
    '/message/notification/broadcast': send(broadcast),
    '/media/upload/big_picture': upload('big'),
    '/media/upload/small_picture': upload('small'),
    '/feedback/fetch_invalid_regidList': fetch(fetchInvalid),
    '/feedback/fetch_push_permit': fetch(fetchPermit),
    '/device/set_alias': change(setAlias),
    '/device/delete_alias': change(deleteAlias),
    '/device/get_alias': change(getAlias),
    '/device/add_tags': change(addTags),
    '/device/add_tag_group': change(addTagGroup),
    '/device/subscribe_tags': change(subscribeTags),
    '/device/unsubscribe_tags': change(unsubscribeTags),
    '/device/get_all_tags': change(getTags),
  }).map(([path, endpoint]) => [`${PREFIX}${path}`, endpoint]),
);

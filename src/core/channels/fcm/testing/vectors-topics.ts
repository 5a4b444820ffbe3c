import { type RequestParts, WORLD_TIME } from '../../../testing/vendor-world.ts';
import { error, HTML_HEADERS, takenByTopic, UNREGISTERED } from './answers.ts';
import { type ExpectedAnswer, type FcmVector, notification, one } from './vector.ts';
import { bearer, D, F, FID, iidParts, JSON_TYPE, PROJECT, PROJECT_NUMBER, sendParts, T, U } from './world.ts';

const join = (tokens: readonly string[], to = '/topics/news') =>
  iidParts('/iid/v1:batchAdd', { to, registration_tokens: tokens });

const infoOf = (token: string) => iidParts(`/iid/info/${token}?details=true`);

const IID_401: ExpectedAnswer = {
  status: 401,
  code: 'iid/Unauthorized',
  text: /^<HTML>\n<HEAD>\n<TITLE>Unauthorized<\/TITLE>\n<\/HEAD>\n<BODY BGCOLOR="#FFFFFF" TEXT="#000000">\n<H1>Unauthorized<\/H1>\n<H2>Error 401<\/H2>\n<\/BODY>\n<\/HTML>\n$/,
  headers: HTML_HEADERS,
};

const day = new Date(WORLD_TIME).toISOString().slice(0, 10);
const IID_BODY: ExpectedAnswer = { status: 400, code: 'iid/body', json: { error: 'INVALID_ARGUMENT' } };

const subscriptions = (rest: string, method: string, body = '{}'): RequestParts => ({
  method,
  path: `/v1/projects/${PROJECT}/registrations/${rest}`,
  headers: [bearer(), JSON_TYPE],
  body: method === 'GET' || method === 'DELETE' ? '' : body,
});

const subscription = {
  name: `projects/${PROJECT}/registrations/${FID}/topicSubscriptions/news`,
  topic_name: 'news',
  create_time: new Date(WORLD_TIME).toISOString().replace('.000Z', 'Z'),
};

export const TOPICS: readonly FcmVector[] = [
  {
    row: '36a',
    exchanges: [
      {
        request: join([T, D]),
        answer: { status: 200, code: 'iid/NOT_FOUND', text: /^\{"results":\[\{\},\{"error":"NOT_FOUND"\}\]\}$/ },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
    ],
    shade: 1,
  },
  one('36b', { ...join([T]), headers: [bearer(), JSON_TYPE] }, IID_401),
  one('36c', join([F, 'not-a-token']), {
    status: 200,
    code: 'iid/INVALID_ARGUMENT',
    json: { results: [{ error: 'INVALID_ARGUMENT' }, { error: 'INVALID_ARGUMENT' }] },
  }),
  one('36d', join([]), IID_BODY),
  one('36e', join([T], 'news'), IID_BODY),
  one('36f', join(Array.from({ length: 1001 }, () => T)), IID_BODY),
  {
    row: '36g',
    exchanges: [
      { request: join([T]), answer: { status: 200, code: null, json: { results: [{}] } } },
      { request: join([T]), answer: { status: 200, code: null, json: { results: [{}] } } },
      {
        request: iidParts('/iid/v1:batchRemove', { to: '/topics/news', registration_tokens: [T] }),
        answer: { status: 200, code: null, json: { results: [{}] } },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
    ],
    shade: 0,
  },
  {
    row: '37a',
    exchanges: [
      { request: join([T]), answer: { status: 200, code: null, json: { results: [{}] } } },
      {
        request: infoOf(T),
        answer: {
          status: 200,
          code: null,
          json: {
            application: 'com.example.app',
            applicationVersion: '1',
            authorizedEntity: PROJECT_NUMBER,
            platform: 'ANDROID',
            rel: { topics: { news: { addDate: day } } },
          },
        },
      },
    ],
  },
  one('37b', infoOf(U), {
    status: 404,
    code: 'iid/no-information',
    json: { error: 'No information found about this instance id.' },
  }),
  one('37c', infoOf('x'), { status: 400, code: 'iid/InvalidToken', json: { error: 'InvalidToken' } }),
  {
    row: '37d',
    exchanges: [
      {
        request: iidParts(`/iid/v1/${T}/rel/topics/news`, {}),
        answer: { status: 200, code: null, text: /^\{\}$/ },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
      {
        request: iidParts(`/iid/v1/${T}/rel/topics/news`, undefined, { method: 'DELETE' }),
        answer: { status: 200, code: null, text: /^\{\}$/ },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
    ],
    shade: 1,
  },
  one('37e', iidParts('/iid/v1:batchImport', { application: 'com.example.app', sandbox: false, apns_tokens: ['ab'] }), {
    status: 200,
    code: null,
    text: /^\{"results":\[\{"apns_token":"ab","status":"OK","registration_token":"[\w-]{22}:APA91b[\w-]+"\}\]\}$/,
  }),
  {
    row: '37f',
    exchanges: [
      {
        request: subscriptions(`${FID}/topicSubscriptions?topic_name=news`, 'POST'),
        answer: { status: 200, code: null, json: subscription },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions?topic_name=news`, 'POST'),
        answer: {
          status: 409,
          code: 'ALREADY_EXISTS',
          json: error(409, 'ALREADY_EXISTS', 'Requested entity already exists'),
        },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'PATCH'),
        answer: { status: 200, code: null, json: subscription },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'GET'),
        answer: { status: 200, code: null, json: subscription },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions`, 'GET'),
        answer: { status: 200, code: null, json: { topic_subscriptions: [subscription] } },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'DELETE'),
        answer: { status: 200, code: null, json: {} },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'GET'),
        answer: {
          status: 404,
          code: 'NOT_FOUND',
          json: error(404, 'NOT_FOUND', 'Requested entity was not found.'),
        },
      },
    ],
  },
  one('37g', subscriptions(`${U}/topicSubscriptions?topic_name=news`, 'POST'), UNREGISTERED),
];

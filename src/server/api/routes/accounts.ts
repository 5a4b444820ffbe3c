import { z } from 'zod';
import { presentAccount, presentGroup } from '../../../core/present/account.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { json, problem, refuse } from '../problem.ts';
import { name } from '../schemas/common.ts';
import { account, group } from '../schemas/views.ts';
import { accountPatch, groupInput, offlinePushSettings } from '../schemas/workspace.ts';

const userParams = z.strictObject({ userId: name });
const groupParams = z.strictObject({ groupId: name });

export const accountEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/accounts',
    tag: 'accounts',
    summary: 'All IM accounts',
    answers: { 200: { description: 'The accounts', schema: z.strictObject({ accounts: z.array(account) }) } },
    handle: (_input, deps) => {
      const { accounts } = deps.simulator.workspace();
      return json({ accounts: accounts.flatMap(({ userId }) => accountView(deps, userId) ?? []) });
    },
  }),
  endpoint({
    method: 'get',
    path: '/accounts/{userId}',
    tag: 'accounts',
    summary: 'One IM account',
    params: userParams,
    answers: { 200: { description: 'The account', schema: account } },
    refusals: [404],
    handle: ({ params }, deps) => {
      const view = accountView(deps, params.userId);
      return view === undefined ? noAccount(deps, params.userId) : json(view);
    },
  }),
  endpoint({
    method: 'put',
    path: '/accounts/{userId}',
    tag: 'accounts',
    summary: 'Creates or changes an account',
    description: 'What is absent stays. A session set here is set on the phones of the account as well.',
    params: userParams,
    body: accountPatch,
    answers: { 200: { description: 'The account', schema: account } },
    refusals: [422],
    handle: ({ params, body }, deps) => {
      const result = deps.simulator.putAccount(params.userId, body);
      return result.ok ? json(accountView(deps, params.userId)) : refuse(result.error);
    },
  }),
  endpoint({
    method: 'get',
    path: '/accounts/{userId}/offline-push-settings',
    tag: 'accounts',
    summary: "The account's global offline-push settings",
    params: userParams,
    answers: { 200: { description: 'The settings', schema: offlinePushSettings } },
    refusals: [404, 409],
    handle: ({ params }, deps) => {
      const result = deps.simulator.offlinePushSettings(params.userId);
      return result.ok ? json(result.value) : refuse(result.error);
    },
  }),
  endpoint({
    method: 'put',
    path: '/accounts/{userId}/offline-push-settings',
    tag: 'accounts',
    summary: "Changes the account's global offline-push settings",
    description: 'What is absent stays; a sound of null is the system default again.',
    params: userParams,
    body: offlinePushSettings.partial(),
    answers: { 200: { description: 'The settings', schema: offlinePushSettings } },
    refusals: [404, 409],
    handle: ({ params, body }, deps) => {
      const result = deps.simulator.setOfflinePushSettings(params.userId, exact(body));
      return result.ok ? json(result.value) : refuse(result.error);
    },
  }),
  endpoint({
    method: 'get',
    path: '/groups',
    tag: 'accounts',
    summary: 'All groups',
    answers: { 200: { description: 'The groups', schema: z.strictObject({ groups: z.array(group) }) } },
    handle: (_input, deps) => json({ groups: deps.simulator.workspace().groups.map(presentGroup) }),
  }),
  endpoint({
    method: 'put',
    path: '/groups/{groupId}',
    tag: 'accounts',
    summary: 'Creates or replaces a group',
    params: groupParams,
    body: groupInput,
    answers: { 200: { description: 'The group', schema: group } },
    refusals: [422],
    handle: ({ params, body }, deps) => {
      const result = deps.simulator.putGroup({ groupId: params.groupId, ...body });
      return result.ok ? json(presentGroup(result.value)) : refuse(result.error);
    },
  }),
];

function accountView(deps: ApiDeps, userId: string) {
  const found = deps.simulator.account(userId);
  return found === undefined ? undefined : presentAccount(found, deps.simulator.workspace().devices);
}

function noAccount(deps: ApiDeps, userId: string): Response {
  const known = deps.simulator.workspace().accounts.map((one) => one.userId);
  return problem(404, 'not_found', {
    en: `There is no account "${userId}". Accounts: ${known.join(', ') || 'none'}.`,
    zh: `没有账号“${userId}”。现有账号：${known.join('、') || '无'}。`,
  });
}

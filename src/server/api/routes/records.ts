import { z } from 'zod';
import { presentExchange, presentExchangeLine } from '../../../core/present/exchange.ts';
import { presentOutcome } from '../../../core/present/outcome.ts';
import type { Exchange, Outcome } from '../../../core/simulator-types.ts';
import type { LocalText } from '../../../core/trace/types.ts';
import type { Archive, Kind } from '../../history/archive.ts';
import { searchedText } from '../../history/rows.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { type Older, pageOf } from '../paging.ts';
import { json, problem } from '../problem.ts';
import { exchangeQuery, outcomeQuery } from '../schemas/query.ts';
import { exchange, exchangeLine, outcome } from '../schemas/views.ts';

const params = z.strictObject({ id: z.string() });
const dropped = z.number().meta({ description: 'How many older entries are lost: neither in memory nor on disk' });

export const recordEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/exchanges',
    tag: 'history',
    summary: 'Requests that reached a vendor endpoint, newest first',
    query: exchangeQuery,
    answers: {
      200: {
        description: 'One page of lines',
        schema: z.strictObject({ exchanges: z.array(exchangeLine), dropped }),
      },
    },
    handle: ({ query }, deps) => {
      const wanted = query.q?.toLowerCase();
      const page = pageOf(
        deps.simulator.exchanges(),
        query,
        (one) =>
          (query.channel === undefined || one.channel === query.channel) &&
          (wanted === undefined || wanted === '' || searchedText(one).includes(wanted)),
        deps.archive === null ? undefined : olderExchanges(deps.archive, query.channel, wanted),
      );
      if (page instanceof Response) return page;
      const lines = page.map((one) => presentExchangeLine(one, deps.views));
      return json({ exchanges: lines, dropped: deps.simulator.dropped().exchanges - kept(deps, 'exchange') });
    },
  }),
  endpoint({
    method: 'get',
    path: '/exchanges/{id}',
    tag: 'history',
    summary: 'One request with answer, checks and what each phone made of it',
    params,
    answers: { 200: { description: 'The exchange', schema: exchange } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = deps.simulator.exchange(id) ?? deps.archive?.exchange(id);
      return found === undefined ? gone(EXCHANGE, id) : json(presentExchange(found, deps.views));
    },
  }),
  endpoint({
    method: 'get',
    path: '/outcomes',
    tag: 'history',
    summary: 'Decisions, pushed or not, newest first',
    query: outcomeQuery,
    answers: {
      200: { description: 'One page', schema: z.strictObject({ outcomes: z.array(outcome), dropped }) },
    },
    handle: ({ query }, deps) => {
      const page = pageOf(
        deps.simulator.outcomes(),
        query,
        (one) => query.messageId === undefined || one.message.id === query.messageId,
        deps.archive === null ? undefined : olderOutcomes(deps.archive, query.messageId),
      );
      if (page instanceof Response) return page;
      const outcomes = page.map((one) => presentOutcome(one, deps.views));
      return json({ outcomes, dropped: deps.simulator.dropped().outcomes - kept(deps, 'outcome') });
    },
  }),
  endpoint({
    method: 'get',
    path: '/outcomes/{id}',
    tag: 'history',
    summary: 'One decision with its trace',
    params,
    answers: { 200: { description: 'The outcome', schema: outcome } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = deps.simulator.outcome(id) ?? deps.archive?.outcome(id);
      return found === undefined ? gone(OUTCOME, id) : json(presentOutcome(found, deps.views));
    },
  }),
];

const EXCHANGE: LocalText = { en: 'exchange', zh: '请求记录' };
const OUTCOME: LocalText = { en: 'outcome', zh: '结果' };

const gone = (what: LocalText, id: string): Response =>
  problem(404, 'not_found', {
    en: `There is no ${what.en} "${id}". The history is bounded; the oldest entries are forgotten.`,
    zh: `没有${what.zh}“${id}”。历史有上限，最早的记录会被丢弃。`,
  });

/** How much of what the memory forgot is on disk. */
const kept = ({ archive }: ApiDeps, kind: Kind): number => archive?.count(kind) ?? 0;

const olderExchanges = (archive: Archive, channel: string | undefined, text: string | undefined): Older<Exchange> => ({
  entries: (before) => archive.exchanges({ channel, text }, before),
  has: (id) => archive.exchange(id) !== undefined,
});

const olderOutcomes = (archive: Archive, message: string | undefined): Older<Outcome> => ({
  entries: (before) => archive.outcomes({ message }, before),
  has: (id) => archive.outcome(id) !== undefined,
});

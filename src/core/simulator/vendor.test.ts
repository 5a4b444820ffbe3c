import { expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { XIAOMI_SECRET } from '../testing/credentials.ts';
import { asRequest, makeSimulator } from '../testing/simulator.ts';

it('an exchange says when a request broke the rules of HTTP/2 and was taken all the same', () => {
  const { simulator } = makeSimulator(createChannels());
  const request = asRequest({
    protocol: 'http/2',
    method: 'POST',
    host: 'api.xmpush.xiaomi.com',
    path: '/v3/message/all',
    headers: [['authorization', `key=${XIAOMI_SECRET}`]],
    body: 'title=t&description=d&restricted_package_name=com.example.app',
  });
  const remarksOn = (more: { malformedScheme?: string }) => {
    const { exchangeId } = simulator.receive('xiaomi', { ...request, ...more }, null);
    return simulator.exchange(exchangeId)?.trace.filter((step) => step.rule === 'http2-malformed-scheme');
  };
  expect(remarksOn({ malformedScheme: 'https:' })).toEqual([
    { stage: 'channel', rule: 'http2-malformed-scheme', verdict: 'note', params: { scheme: 'https:' } },
  ]);
  expect(remarksOn({})).toEqual([]);
});

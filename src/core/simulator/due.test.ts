import { expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { testCredentials } from '../testing/credentials.ts';
import { asRequest, makeSimulator } from '../testing/simulator.ts';

it('delivers what has become due in the order of its times, whichever was planned first', () => {
  const { simulator } = makeSimulator(createChannels());
  const [app] = testCredentials.xiaomi.apps;
  const regid = simulator.workspace().devices.find(({ id }) => id === 'xiaomi')?.targets[0]?.token ?? '';
  const plan = (title: string, wait: number): void => {
    const fields = {
      registration_id: regid,
      restricted_package_name: app?.packageNames[0] ?? '',
      title,
      description: 'd',
      time_to_send: String(simulator.now() + wait),
    };
    const { response } = simulator.receive(
      'xiaomi',
      asRequest({
        protocol: 'http/1.1',
        method: 'POST',
        host: 'api.xmpush.xiaomi.com',
        path: '/v3/message/regid',
        headers: [
          ['authorization', `key=${app?.appSecret}`],
          ['content-type', 'application/x-www-form-urlencoded'],
        ],
        body: new URLSearchParams(fields).toString(),
      }),
      null,
    );
    expect(JSON.parse(response.body)).toMatchObject({ code: 0 });
  };
  plan('second', 7_200_000);
  plan('first', 3_600_000);
  simulator.setClock({ offsetMs: 86_400_000 });
  simulator.tick();
  const shade = simulator.workspace().devices.find(({ id }) => id === 'xiaomi')?.shade ?? [];
  // Both have the same place in the shade, so the later one is what stays.
  expect(shade.map(({ title }) => title)).toEqual(['second']);
  expect(simulator.notifications().map(({ title }) => title)).toEqual(['second', 'first']);
});

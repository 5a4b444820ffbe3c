import { describe, expect, it } from 'vitest';
import { createI18n } from '../../i18n/setup.ts';
import { createChromeStore } from '../../stores/chrome.ts';
import { createDraftStore } from '../../stores/draft.ts';
import { createLatestStore } from '../../stores/latest.ts';
import { createNoticesStore } from '../../stores/notices.ts';
import { createPreferencesStore } from '../../stores/preferences.ts';
import type { Services } from '../../stores/services.ts';
import { createTrafficStore } from '../../stores/traffic.ts';
import { createWhyStore } from '../../stores/why.ts';
import { createWorldStore } from '../../stores/world.ts';
import { account, device, fakeApi, manualTimers, memoryStorage, ok, screen, settled } from '../../testing/fixtures.ts';
import { type Command, filterCommands, listCommands } from './commands.ts';

function setUp() {
  const acted: unknown[] = [];
  const api = fakeApi({
    act: (id, action) => {
      acted.push([id, action]);
      return ok({});
    },
  });
  const { later } = manualTimers();
  const world = createWorldStore(api, () => 0);
  world.getState().apply([
    { type: 'device', device: device('iphone', { name: 'iPhone' }), screen },
    {
      type: 'account',
      account: account('user-apns'),
      settings: { enabled: true, c2cSound: null, groupSound: null },
    },
  ]);
  const services: Services = {
    api,
    feed: { start: () => {}, retryNow: () => {}, stop: () => {} },
    world,
    traffic: createTrafficStore(api, later),
    draft: createDraftStore(memoryStorage()),
    why: createWhyStore(api, later),
    latest: createLatestStore(api),
    preferences: createPreferencesStore(memoryStorage(), ['en']),
    notices: createNoticesStore(),
    chrome: createChromeStore(),
    desktop: null,
  };
  const commands = listCommands(services, createI18n('en').t, 'en');
  const run = (query: string) => filterCommands(commands, query)[0]?.run();
  return { services, commands, acted, run };
}

describe('the command palette', () => {
  it('gives every command an id of its own', () => {
    const { commands } = setUp();
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it('does what the found command says', async () => {
    const { services, acted, run } = setUp();
    run('iphone kill system');
    await settled();
    expect(acted).toEqual([['iphone', { action: 'kill', by: 'system' }]]);
    run('theme dark');
    expect(services.preferences.getState().theme).toBe('dark');
    run('send to user-apns');
    expect(services.draft.getState().message.to).toEqual({ c2c: 'user-apns' });
    run('preset silent');
    expect(services.draft.getState().message.offlinePush?.ios?.sound).toBe('push.no_sound');
  });

  it('shows a refusal as a notice', async () => {
    const { services, run } = setUp();
    run('iphone allow');
    run('iphone forbid');
    await settled();
    expect(services.notices.getState().notices.map(({ failure }) => failure.code)).toEqual(['unexpected']);
  });
});

describe('the filter', () => {
  const command = (label: string, group: Command['group'] = 'view', words = ''): Command => ({
    id: label,
    group,
    label,
    words,
    run: () => {},
  });
  const labels = (commands: readonly Command[]) => commands.map(({ label }) => label);
  const all = [command('Open traffic'), command('Traffic search'), command('Explain: x', 'rules', 'traffic')];

  it('wants every word and puts first what starts with them', () => {
    expect(labels(filterCommands(all, 'traf'))).toEqual(['Traffic search', 'Open traffic', 'Explain: x']);
    expect(labels(filterCommands(all, 'search TRAFFIC'))).toEqual(['Traffic search']);
    expect(filterCommands(all, 'nothing')).toEqual([]);
  });

  it('leaves the rules out until somebody looks for one', () => {
    expect(labels(filterCommands(all, ' '))).toEqual(['Open traffic', 'Traffic search']);
  });
});

import { describe, expect, it } from 'vitest';
import { createChannels } from '../../core/channels/registry.ts';
import { addressOf } from './listen.ts';
import { createRouter, hostOf, isOwnName } from './router.ts';

const router = createRouter(createChannels());
const idOf = (...args: Parameters<typeof router.route>): string => {
  const route = router.route(...args);
  return route.channel === undefined ? route.refused : route.channel.definition.id;
};

describe('hostOf', () => {
  it.each([
    ['API.Push.Apple.com:443', 'api.push.apple.com'],
    ['api.push.apple.com.', 'api.push.apple.com'],
    ['[::1]:8443', '::1'],
    ['user@host:1', 'host'],
    ['127.0.0.1:8180', '127.0.0.1'],
    [':443', null],
    ['', null],
    [null, null],
  ])('%s → %s', (authority, host) => {
    expect(hostOf(authority)).toBe(host);
  });

  it('stays right when more names come than it remembers', () => {
    for (let i = 0; i < 1000; i++) expect(hostOf(`Name${i}:1`)).toBe(`name${i}`);
    expect(hostOf('Name3:1')).toBe('name3');
  });
});

describe('isOwnName', () => {
  it.each(['127.0.0.1', '::1', '10.0.0.7', 'localhost', 'pushpit', 'a.localhost', 'mac.local', 'host.docker.internal'])(
    '%s may be this machine',
    (host) => expect(isOwnName(host)).toBe(true),
  );
  it.each(['example.com', 'api.push.apple.com.evil.com', 'localhost.evil.com', 'internal.evil'])('%s may not', (host) =>
    expect(isOwnName(host)).toBe(false),
  );
});

describe('route', () => {
  it.each([
    ['api.push.apple.com', null, '/nonsense', 'apns'],
    ['api.push.apple.com', 'api.xmpush.xiaomi.com', '/3/device/a', 'apns'],
    ['127.0.0.1', 'api.xmpush.xiaomi.com', '/3/device/a', 'xiaomi'],
    ['127.0.0.1', null, '/3/device/a', 'apns'],
    [null, 'localhost', '/v3/message/regid', 'xiaomi'],
    [null, null, '/v2/message/regid?title=a', 'xiaomi'],
    ['localhost', null, '/', 'unknown_path'],
    ['localhost', null, '/?/3/device/a', 'unknown_path'],
    ['example.com', 'api.push.apple.com', '/3/device/a', 'unknown_host'],
  ])('host %s, server name %s, path %s → %s', (host, serverName, path, expected) => {
    expect(idOf(host, serverName, path)).toBe(expected);
  });
});

it.each([
  ['127.0.0.1', 'https://127.0.0.1:1'],
  ['0.0.0.0', 'https://127.0.0.1:1'],
  ['::', 'https://[::1]:1'],
  ['localhost', 'https://localhost:1'],
])('a listener on %s is reached at %s', (host, url) => {
  expect(addressOf('https', host, 1)).toEqual({ port: 1, url });
});

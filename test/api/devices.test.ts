import { describe, expect, it } from 'vitest';
import { createTestApi, message, push } from './harness.ts';

const TOKEN = '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d';

describe('devices', () => {
  it('answers one with the fields that scripts rely on', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/devices/iphone');
    expect(body.value).toMatchObject({
      id: 'iphone',
      name: 'iPhone',
      channel: 'apns',
      token: TOKEN,
      app: { process: 'killed', killedBy: 'user' },
      session: { state: 'loggedIn', userId: 'user-apns' },
      permission: 'granted',
      ringer: 'normal',
      badge: 0,
      stored: 0,
    });
  });

  it('adds one, changes it and takes it away', async () => {
    const { call } = createTestApi();
    const created = await call('POST', '/devices', { channel: 'apns', id: 'second', userId: 'alice' });
    expect(created.status).toBe(201);
    expect(created.body.at('session')).toEqual({ state: 'loggedIn', userId: 'alice' });
    const patched = await call('PATCH', '/devices/second', { ringer: 'silent', system: { version: '12' } });
    expect([patched.body.at('ringer'), patched.body.at('system', 'version')]).toEqual(['silent', '12']);
    expect(patched.body.at('system', 'name')).toBe('iOS');
    expect((await call('DELETE', '/devices/second')).status).toBe(200);
    expect((await call('GET', '/devices/second')).status).toBe(404);
  });

  it('takes the registration away with null', async () => {
    const { call } = createTestApi();
    expect((await call('PATCH', '/devices/iphone', { token: null })).body.at('token')).toBe(null);
  });

  it.each([
    [{ channel: 'apns', id: 'iphone' }, 409, 'already_exists'],
    [{ channel: 'huawei' }, 422, 'channel_not_available'],
    [{ channel: 'apns', userId: 'carol' }, 422, 'unknown_account'],
    [{ channel: 'apns', token: TOKEN }, 409, 'token_in_use'],
    [{ channel: 'nokia' }, 400, 'invalid_request'],
    [{}, 400, 'invalid_request'],
  ])('refuses to add %j', async (body, status, code) => {
    const { call } = createTestApi();
    const answer = await call('POST', '/devices', body);
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([status, code]);
  });

  it.each([
    ['GET', '/devices/none', undefined],
    ['PATCH', '/devices/none', {}],
    ['DELETE', '/devices/none', undefined],
    ['GET', '/devices/none/screen', undefined],
    ['POST', '/devices/none/actions', { action: 'launch' }],
    ['POST', '/devices/none/sounds', { name: 'a.wav', base64: 'UklGRg==' }],
    ['DELETE', '/devices/none/sounds/a.wav', undefined],
  ])('%s %s: there is no such phone', async (method, path, body) => {
    const { call } = createTestApi();
    const answer = await call(method, path, body);
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([404, 'not_found']);
    expect(answer.body.at('error', 'message')).toContain('iphone');
  });
});

describe('pop-ups', () => {
  it('are as the maker ships the phone until the user decides', async () => {
    const { call } = createTestApi();
    const { body } = await call('POST', '/devices', {
      id: 'emui',
      channel: 'apns',
      platform: 'android',
      system: { name: 'EMUI' },
    });
    expect(body.at('settings', 'popUps')).toBe(false);
    expect((await call('GET', '/devices/iphone')).body.at('settings', 'popUps')).toBe(true);
    expect((await call('PATCH', '/devices/emui', { settings: { popUps: true } })).body.at('settings', 'popUps')).toBe(
      true,
    );
    expect((await call('PATCH', '/devices/emui', { ringer: 'silent' })).body.at('settings', 'popUps')).toBe(true);
    expect((await call('PATCH', '/devices/emui', { settings: { popUps: 'yes' } })).status).toBe(400);
  });
});

describe('actions', () => {
  it.each([
    [{ action: 'launch' }, { app: { process: 'foreground', killedBy: null } }],
    [{ action: 'kill', by: 'system' }, { app: { process: 'killed', killedBy: 'system' } }],
    [{ action: 'kill' }, { app: { process: 'killed', killedBy: 'user' } }],
    [{ action: 'logout' }, { session: { state: 'loggedOut' } }],
    [{ action: 'kick' }, { session: { state: 'kicked' } }],
    [{ action: 'login', userId: 'alice' }, { session: { state: 'loggedIn', userId: 'alice' } }],
    [{ action: 'lock' }, { locked: true }],
    [{ action: 'unlock' }, { locked: false }],
    [{ action: 'offline' }, { online: false }],
    [{ action: 'online' }, { online: true }],
    [{ action: 'uninstall' }, { app: { installed: false } }],
    [{ action: 'unregister' }, { token: null }],
    [{ action: 'removeSound', name: 'dudulu.caf' }, { id: 'iphone' }],
  ])('%j', async (action, expected) => {
    const { call } = createTestApi();
    const { status, body } = await call('POST', '/devices/iphone/actions', action);
    expect(status).toBe(200);
    expect(body.value).toMatchObject(expected);
    expect((await call('GET', '/devices/iphone')).body.value).toEqual(body.value);
  });

  it('goes to the background and back', async () => {
    const { call } = createTestApi();
    const act = (action: string) => call('POST', '/devices/iphone/actions', { action });
    await act('launch');
    expect((await act('background')).body.at('app')).toMatchObject({
      process: 'background',
      backgroundReported: false,
    });
    const reported = await call('POST', '/devices/iphone/actions', { action: 'background', unread: 2 });
    expect(reported.body.at('app', 'backgroundReported')).toBe(true);
    expect((await act('foreground')).body.at('app', 'process')).toBe('foreground');
  });

  it('installs again with a new registration', async () => {
    const { call } = createTestApi();
    await call('POST', '/devices/iphone/actions', { action: 'uninstall' });
    const { body } = await call('POST', '/devices/iphone/actions', { action: 'install' });
    expect(body.at('app', 'installed')).toBe(true);
    expect(body.at('token')).not.toBe(TOKEN);
  });

  it.each([
    [{ action: 'background' }, 409, 'app_not_running'],
    [{ action: 'login', userId: 'carol' }, 422, 'unknown_account'],
    [{ action: 'tap', notificationId: 'none' }, 404, 'notification_not_found'],
    [{ action: 'dismiss', notificationId: 'none' }, 404, 'notification_not_found'],
    [{ action: 'removeSound', name: 'none.caf' }, 404, 'sound_not_found'],
    [{ action: 'login' }, 400, 'invalid_request'],
    [{ action: 'explode' }, 400, 'invalid_request'],
    [{ action: 'launch', by: 'user' }, 400, 'unknown_field'],
  ])('refuses %j', async (action, status, code) => {
    const { call } = createTestApi();
    const answer = await call('POST', '/devices/iphone/actions', action);
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([status, code]);
  });

  it('needs the app for what the app does', async () => {
    const { call } = createTestApi();
    await call('POST', '/devices/iphone/actions', { action: 'uninstall' });
    const answer = await call('POST', '/devices/iphone/actions', { action: 'launch' });
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([409, 'app_not_installed']);
  });

  it('taps a notification away and opens the app', async () => {
    const { call } = createTestApi();
    await call('POST', '/messages', message());
    const notificationId = (await call('GET', '/devices/iphone/screen')).body.at('notifications', 0, 'id');
    const { body } = await call('POST', '/devices/iphone/actions', { action: 'tap', notificationId });
    expect(body.at('app', 'process')).toBe('foreground');
    expect((await call('GET', '/devices/iphone/screen')).body.at('notifications')).toEqual([]);
  });
});

describe('screen', () => {
  it('shows badge, notifications and sounds, newest first', async () => {
    const { call, simulator } = createTestApi();
    push(simulator, TOKEN, 'first');
    push(simulator, TOKEN, 'second');
    const { body } = await call('GET', '/devices/iphone/screen');
    expect(body.at('badge')).toBe(1);
    expect(body.at('notifications', 0, 'title')).toBe('second');
    expect(body.at('notifications', 1, 'title')).toBe('first');
    expect(body.at('sounds', 0)).toMatchObject({ played: 'default', vibrated: true });
    expect(body.at('badgeLog', 0)).toMatchObject({ from: 0, to: 1, by: 'push' });
  });

  it('counts what the vendor keeps for a phone that is offline', async () => {
    const { call, simulator } = createTestApi();
    await call('POST', '/devices/iphone/actions', { action: 'offline' });
    push(simulator, TOKEN, 'later');
    expect((await call('GET', '/devices/iphone')).body.at('stored')).toBe(1);
    await call('POST', '/devices/iphone/actions', { action: 'online' });
    expect((await call('GET', '/devices/iphone')).body.at('stored')).toBe(0);
    expect((await call('GET', '/devices/iphone/screen')).body.at('notifications', 0, 'title')).toBe('later');
  });
});

describe('sounds', () => {
  it('are served as audio', async () => {
    const { raw, call } = createTestApi();
    const response = await raw('/sounds/dudulu-wav');
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(82, 73, 70, 70));
    expect((await call('GET', '/sounds/none')).status).toBe(404);
  });

  it('are added to and taken from the app on a phone', async () => {
    const { call } = createTestApi();
    const added = await call('POST', '/devices/iphone/sounds', { name: 'bell.wav', base64: 'UklGRg==' });
    expect(added.status).toBe(201);
    expect(added.body.at('sounds')).toContainEqual({
      name: 'bell.wav',
      soundId: 'imported',
      container: 'wav',
      codec: 'pcm',
      duration: 1,
    });
    const removed = await call('DELETE', '/devices/iphone/sounds/bell.wav');
    expect(JSON.stringify(removed.body.at('sounds'))).not.toContain('bell.wav');
    expect((await call('DELETE', '/devices/iphone/sounds/bell.wav')).status).toBe(404);
  });

  it('must be audio, with a file name, in base64', async () => {
    const { call } = createTestApi();
    const add = (body: unknown) => call('POST', '/devices/iphone/sounds', body);
    const noAudio = await add({ name: 'a.wav', base64: 'AA==' });
    expect([noAudio.status, noAudio.body.at('error', 'code')]).toEqual([422, 'not_audio']);
    expect((await add({ name: '../a.wav', base64: 'UklGRg==' })).status).toBe(400);
    expect((await add({ name: 'a.wav', base64: '%%%' })).status).toBe(400);
  });
});

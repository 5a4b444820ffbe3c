import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { desktopOptions } from './desktop-options.ts';

const home = resolve('/home/alice/data');

describe('desktopOptions', () => {
  it('needs no options', () => {
    expect(desktopOptions(['.'], {}, home)).toEqual({
      dataDir: home,
      profileDir: join(home, 'desktop'),
      host: '127.0.0.1',
      tlsPort: 8443,
      plainPort: 8180,
      allowCallbackHosts: [],
    });
  });

  it('takes those of `pushpit serve` that make sense here', () => {
    const args = ['.', '--data-dir', '/tmp/one', '--host=127.0.0.2', '--tls-port', '0', '--plain-port=8181'];
    expect(desktopOptions(args, {}, home)).toEqual({
      dataDir: resolve('/tmp/one'),
      profileDir: resolve('/tmp/one/desktop'),
      host: '127.0.0.2',
      tlsPort: 0,
      plainPort: 8181,
      allowCallbackHosts: [],
    });
  });

  it('takes several callback hosts', () => {
    const args = ['--allow-callback-host', 'a.example', '--allow-callback-host=b.example'];
    expect(desktopOptions(args, {}, home).allowCallbackHosts).toEqual(['a.example', 'b.example']);
    const env = { PUSHPIT_ALLOW_CALLBACK_HOST: 'a.example, b.example' };
    expect(desktopOptions([], env, home).allowCallbackHosts).toEqual(['a.example', 'b.example']);
  });

  it('takes them from the environment too; an option wins', () => {
    const env = { PUSHPIT_DATA_DIR: '/tmp/env', PUSHPIT_TLS_PORT: '9443' };
    expect(desktopOptions(['--data-dir', '/tmp/arg'], env, home)).toMatchObject({
      dataDir: resolve('/tmp/arg'),
      tlsPort: 9443,
    });
  });

  it('leaves switches of Electron and Chromium alone', () => {
    const args = ['--no-sandbox', '--remote-debugging-port=0', '.', '--inspect'];
    expect(desktopOptions(args, {}, home)).toEqual(desktopOptions([], {}, home));
  });

  it.each(['65536', '-1', '1.5', 'http', ''])('refuses "%s" as a port, naming the option', (port) => {
    expect(() => desktopOptions([`--tls-port=${port}`], {}, home)).toThrow('--tls-port');
  });
});

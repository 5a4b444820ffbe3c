import { describe, expect, it } from 'vitest';
import { browserCommand } from '../../src/cli/open-browser.ts';
import { parseOptions } from '../../src/cli/options.ts';
import { serveSpec } from '../../src/cli/specs/serve.ts';
import { defaultDataDir } from '../../src/server/data-dir.ts';
import { run } from './run.ts';

describe('help', () => {
  it('lists the commands with examples', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of ['serve', 'send', 'matrix', 'exec', 'creds', 'doctor', 'Examples:']) expect(out).toContain(name);
  });

  it.each(['serve', 'send', 'matrix', 'exec', 'creds', 'doctor'])(
    '%s shows options, environment and examples',
    async (name) => {
      const { code, out } = await run([name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: pushpit ${name}`);
      expect(out).toMatch(/Examples:\n {2}.+:\n {4}\S/);
      expect(out).toContain('--data-dir DIR');
      expect(out).toContain('PUSHPIT_DATA_DIR');
      expect((await run(['help', name])).out).toBe(out);
    },
  );

  it('tells the version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('wrong usage ends with 2 and says what would be right', () => {
  it.each([
    [[], 'Usage: pushpit COMMAND'],
    [['srve'], 'Did you mean "serve"?'],
    [['--verbose'], 'Unknown option "--verbose"'],
    [['serve', '--ui-prot', '1'], 'Did you mean --ui-port?'],
    [['serve', '-x'], 'Unknown option -x'],
    [['serve', 'here'], 'Unexpected argument "here"'],
    [['serve', '--ui-port'], '--ui-port needs a value: --ui-port PORT'],
    [['serve', '--ui-port', '70000'], 'port from 1 to 65535'],
    [['serve', '--ui-port', '1', '--ui-port', '2'], 'given twice'],
    [['serve', '--json=yes'], '--json takes no value'],
    [['send', '--text', 'x'], '--to USER or --group GROUP'],
    [['send', '--to', 'a', '--group', 'g', '--text', 'x'], 'one receiver'],
    [['send', '--to', 'a'], '--text is missing'],
    [['send', '--file', 'x.json', '--to', 'a'], 'leave out --to'],
    [['send', '--file', '/no/such/file'], 'cannot be read'],
    [['matrix', '--file', '/no/such/file'], 'The matrix cannot be read'],
    [['matrix', '--file', 'x.json', '--preset', 'phone'], 'leave out --preset'],
    [['matrix', '--locale', 'fr'], '--locale en or --locale zh'],
    [['matrix', '--json', '--locale', 'zh'], 'leave out --locale'],
  ])('%j', async (args, says) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(out).toBe('');
  });
});

describe('options', () => {
  const parse = (args: string[], env: Record<string, string> = {}) => parseOptions(serveSpec, args, env);

  it('have the documented defaults', () => {
    const options = parse([]);
    expect([options.port('ui-port'), options.port('tls-port'), options.port('plain-port')]).toEqual([8170, 8443, 8180]);
    expect([options.text('host'), options.flag('open'), options.list('allow-callback-host')]).toEqual([
      '127.0.0.1',
      false,
      [],
    ]);
  });

  it('come from the environment too, and arguments win', () => {
    const env = { PUSHPIT_UI_PORT: '1', PUSHPIT_TLS_PORT: '2', PUSHPIT_OPEN: '1', PUSHPIT_ALLOW_CALLBACK_HOST: 'a, b' };
    const options = parse(['--tls-port', '3'], env);
    expect([options.port('ui-port'), options.port('tls-port'), options.flag('open')]).toEqual([1, 3, true]);
    expect(options.list('allow-callback-host')).toEqual(['a', 'b']);
    expect(parse([], { PUSHPIT_OPEN: 'false' }).flag('open')).toBe(false);
    expect(() => parse([], { PUSHPIT_OPEN: 'maybe' }).flag('open')).toThrow('PUSHPIT_OPEN is "maybe"');
    expect(() => parse([], { PUSHPIT_UI_PORT: 'x' }).port('ui-port')).toThrow('"x"');
  });

  it('are written with a space or an equals sign, and lists by repetition', () => {
    const options = parse(['--ui-port=5', '-d', '/x', '--allow-callback-host', 'a', '--allow-callback-host=b']);
    expect([options.port('ui-port'), options.text('data-dir')]).toEqual([5, '/x']);
    expect(options.list('allow-callback-host')).toEqual(['a', 'b']);
  });
});

describe('the usual places', () => {
  it.each([
    ['linux', {}, '/home/u/.local/share/pushpit'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/pushpit'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/u/.local/share/pushpit'],
    ['darwin', {}, '/home/u/Library/Application Support/Pushpit'],
  ] as const)('of data on %s with %j', (platform, env, expected) => {
    expect(defaultDataDir(platform, env, '/home/u')).toBe(expected);
  });

  it('of data on Windows', () => {
    expect(defaultDataDir('win32', { APPDATA: 'R:\\Roaming' }, 'C:\\Users\\u')).toContain('Roaming');
    expect(defaultDataDir('win32', {}, 'C:\\Users\\u')).toContain('AppData');
  });

  it('of the browser', () => {
    expect(browserCommand('darwin', 'http://x')).toEqual(['open', ['http://x']]);
    expect(browserCommand('linux', 'http://x')).toEqual(['xdg-open', ['http://x']]);
    expect(browserCommand('win32', 'http://x/?a&b')).toEqual(['cmd', ['/c', 'start', '""', 'http://x/?a^&b']]);
  });
});

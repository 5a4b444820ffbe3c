import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPushpit } from '../../src/server/pushpit.ts';
import { preparedFolder } from '../api/temporary.ts';
import { run } from './run.ts';

async function served() {
  const dataDir = await preparedFolder();
  const pushpit = await startPushpit({ uiPort: 0, dataDir });
  onTestFinished(() => pushpit.close());
  return { dataDir, url: ['--url', String(pushpit.listeners.ui)] };
}

describe('matrix', () => {
  it('writes tables in both languages, and JSON; what it refuses, it says', async () => {
    const { dataDir, url } = await served();
    const file = join(dataDir, 'matrix.csv');
    const chinese = await run(['matrix', '--preset', 'specification', '--locale', 'zh', '--out', file, ...url]);
    expect(chinese).toEqual({ code: 0, out: '', err: '' });
    const lines = (await readFile(file, 'utf8')).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF手机,登录状态,应用状态,全局推送开关,消息推送设置,提示音,结果,途径,原因,规则,提示音,振动,角标,说明',
    );
    expect(lines).toHaveLength(1 + 7 * 4 * 4 * 2 * 3 * 4 + 1);

    const spec = JSON.stringify({ devices: ['iphone'], axes: [{ axis: 'login', values: ['kicked'] }] });
    const english = await run(['matrix', '--file', '-', ...url], { stdin: spec });
    expect(english.out.split('\r\n')[1]).toMatch(/^iphone,forced offline,not-delivered,none,kicked,kicked,/);
    const json = await run(['matrix', '--file', '-', '--json', ...url], { stdin: spec });
    expect(JSON.parse(json.out)).toMatchObject({ cells: [0], answers: [{ reason: 'kicked' }] });

    const refused = await run(['matrix', '--file', '-', ...url], { stdin: '{"axes":[{"axis":"weather"}]}' });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('There is no axis "weather"');
    const unknown = await run(['matrix', '--preset', 'nothing', '--json', ...url]);
    expect([unknown.code, JSON.parse(unknown.err).error.code]).toEqual([1, 'invalid_request']);
  });
});

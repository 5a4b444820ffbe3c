import type { CodeCase } from '../../../testing/code-cases.ts';
import { type Answer, Scene } from './scene.ts';

/** Every published code, and the way to it; the tests of each interface go into the particulars. */
const WAYS: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
  0: (scene) => scene.unicast(),
  11: (scene) => scene.unicast({}, {}, { auth_token: 'x' }),
  12: (scene) => scene.get('/auth'),
  13: async (scene) => {
    scene.simulator.setProfile({ oppo: { requestsPerSecond: 1 } });
    await scene.auth();
    return scene.auth();
  },
  14: (scene) => scene.auth({ app_key: 'x' }),
  15: (scene) => scene.auth({ app_key: undefined }),
  16: (scene) => scene.auth({ sign: 'x' }),
  17: (scene) => scene.auth({ sign: undefined }),
  18: (scene) => scene.auth({ timestamp: undefined }),
  19: (scene) => scene.auth({ timestamp: '1' }),
  20: (scene) => scene.get('/nothing'),
  25: (scene) =>
    scene.ask({
      path: '/server/v1/auth',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: 'a=%ff',
    }),
  28: (scene) => {
    const credentials = scene.simulator.credentials();
    const apps = credentials.oppo.apps.map((app) => ({ ...app, blacklisted: true }));
    scene.simulator.setCredentials({ ...credentials, oppo: { apps } });
    return scene.unicast();
  },
  29: (scene) => scene.unicast({}, {}, { auth_token: undefined }),
  30: (scene) => {
    scene.simulator.setProfile({ oppo: { underReview: true } });
    return scene.unicast();
  },
  31: (scene) => scene.call('/message/notification/broadcast', { message_id: 'x', target_type: 1 }),
  33: async (scene) => {
    scene.simulator.setProfile({ oppo: { appDailyMessages: 1 } });
    await scene.unicast();
    return scene.unicast();
  },
  34: async (scene) => {
    scene.simulator.setProfile({ oppo: { appDailyPictures: 1 } });
    await picture(scene);
    return picture(scene);
  },
  40: (scene) => scene.unicast({ title: '' }),
  41: (scene) => scene.unicast({ style: 9 }),
  51: (scene) => picture(scene, 'no picture'),
  54: (scene) => {
    scene.simulator.setProfile({ oppo: { messageClasses: 'new' } });
    return scene.unicast({ category: 'IM' });
  },
  55: async (scene) => {
    scene.simulator.setProfile({ oppo: { requestsPerSecond: 1 } });
    await scene.unicast();
    return scene.unicast();
  },
  67: (scene) => scene.unicast({ category: 'NONE' }),
  10000: (scene) => scene.unicast({}, { target_value: 'x' }),
};

const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x90\0\0\0\x90';

function picture(scene: Scene, file = PNG) {
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return scene.ask({
    path: '/server/v1/media/upload/small_picture',
    headers: [['content-type', 'multipart/form-data; boundary=b']],
    body: Uint8Array.from(`${part('auth_token', scene.token)}${part('file', file)}--b--\r\n`, (c) => c.charCodeAt(0)),
  });
}

/** Ways to every code that the endpoints give. */
export const CODE_CASES: readonly CodeCase[] = Object.entries(WAYS).map(([code, way]) => ({
  name: 'by its rule',
  code,
  run: async () => {
    const scene = await Scene.open();
    const { status, body } = await way(scene);
    return { code: String(body.code), status, rule: scene.refusedBy() };
  },
}));

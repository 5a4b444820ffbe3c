import { describe, expect, it } from 'vitest';
import { pictureFacts } from './picture.ts';
import { R1, Scene } from './testing/scene.ts';

const bytes = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const word = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];

const png = (width: number, height: number, size = 64): Uint8Array => {
  const head = [
    137,
    ...bytes('PNG\r\n'),
    26,
    10,
    0,
    0,
    0,
    13,
    ...bytes('IHDR'),
    0,
    0,
    ...word(width),
    0,
    0,
    ...word(height),
  ];
  const file = new Uint8Array(Math.max(size, head.length));
  file.set(head);
  return file;
};

/** A comment segment before the frame, as cameras write them. */
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, ...word(height), ...word(width), 3]);

const BOUNDARY = 'ghjZYH3txg45WH7GvlufHguLs';

function multipart(parts: readonly (readonly [string, string | Uint8Array])[], boundary = BOUNDARY): Uint8Array {
  const chunks = parts.flatMap(([name, value]) => [
    ...bytes(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="x"\r\nContent-Type: text/plain\r\n\r\n`,
    ),
    ...(typeof value === 'string' ? bytes(value) : value),
    ...bytes('\r\n'),
  ]);
  return Uint8Array.from([...chunks, ...bytes(`--${boundary}--\r\n`)]);
}

const upload = (scene: Scene, kind: string, parts: readonly (readonly [string, string | Uint8Array])[]) =>
  scene.ask({
    path: `/server/v1/media/upload/${kind}_picture`,
    headers: [['content-type', `multipart/form-data; boundary=${BOUNDARY}; charset=UTF-8`]],
    body: multipart(parts),
  });

describe('pictures', () => {
  it('are taken in both sizes and formats, and shown with style 3', async () => {
    const scene = await Scene.open();
    const token = ['auth_token', scene.token] as const;
    const big = await upload(scene, 'big', [token, ['picture_ttl', '60'], ['file', png(876, 324)]]);
    expect(big.text).toMatch(/^\{"code":0,"message":"Success","data":\{"big_picture_id":"[0-9a-f]{24}"\}\}$/);
    const small = await upload(scene, 'small', [token, ['file', jpeg(144, 144)]]);
    expect(small.text).toMatch(/"data":\{"small_picture_id":"[0-9a-f]{24}"\}/);
    const body = { title: 't', content: 'c', style: 3, big_picture_id: big.data.big_picture_id };
    await scene.call('/message/notification/save_message_content', body);
    expect(scene.notes()).not.toContain('oppo-picture-unknown');
    scene.advance(60_000);
    await scene.call('/message/notification/save_message_content', body);
    expect(scene.notes()).toContain('oppo-picture-unknown');
  });

  it.each<[string, string, string | Uint8Array | null, number]>([
    ['no file', 'big', null, 40],
    ['not a picture', 'big', 'GIF89a', 51],
    ['empty', 'big', '', 51],
    ['PNG of another size', 'big', png(877, 324), 51],
    ['JPEG of another size', 'big', jpeg(324, 876), 51],
    ['small at its limit', 'small', png(144, 144, 51_200), 0],
    ['small beyond its limit', 'small', png(144, 144, 51_201), 51],
    ['big as small', 'small', png(876, 324), 51],
  ])('%s', async (_name, kind, file, code) => {
    const scene = await Scene.open();
    const parts = [['auth_token', scene.token] as const, ...(file === null ? [] : [['file', file] as const])];
    const { body } = await upload(scene, kind, parts);
    expect(body.code).toBe(code);
  });

  it('the life is 1 second to 30 days; the token comes from a part', async () => {
    const scene = await Scene.open();
    const file = ['file', png(144, 144)] as const;
    const code = async (...parts: (readonly [string, string])[]) =>
      (await upload(scene, 'small', [...parts, file])).body.code;
    const token = ['auth_token', scene.token] as const;
    expect(await code(token, ['picture_ttl', '2592000'])).toBe(0);
    expect(await code(token, ['picture_ttl', '2592001'])).toBe(41);
    expect(await code(token, ['picture_ttl', '0'])).toBe(41);
    expect(await code()).toBe(29);
  });

  it('beyond the day of the app get 34', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { appDailyPictures: 1 } });
    const send = () =>
      upload(scene, 'small', [
        ['auth_token', scene.token],
        ['file', png(144, 144)],
      ]);
    expect((await send()).body.code).toBe(0);
    expect((await send()).body).toEqual({ code: 34, message: 'The number of upload pictures exceeds the daily limit' });
    expect((await scene.unicast({}, { target_value: R1 })).body.code).toBe(0);
  });

  it('are told apart by their first bytes, whatever follows', () => {
    expect(pictureFacts(png(1, 2))).toEqual({ format: 'png', width: 1, height: 2 });
    expect(pictureFacts(jpeg(3, 4))).toEqual({ format: 'jpeg', width: 3, height: 4 });
    expect(pictureFacts(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0))).toBeNull();
    expect(pictureFacts(png(1, 2).subarray(0, 20))).toBeNull();
  });
});

import { chinaDayNumber } from '../kit/china.ts';
import { put } from '../kit/shelf.ts';
import { sendSuccess } from './answers.ts';
import { partText } from './body.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { FieldReader } from './fields.ts';
import { hexId } from './ids.ts';
import { pictureFacts } from './picture.ts';
import { missing, type Refusal, refuse } from './refusal.ts';
import { countDay, dayOf, type Picture } from './state.ts';
import { channelStep } from './steps.ts';

interface PictureForm {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export const PICTURES: Readonly<Record<Picture['kind'], PictureForm>> = {
  big: { width: 876, height: 324, bytes: 1_048_576 },
  small: { width: 144, height: 144, bytes: 51_200 },
};
const LIFE_DEFAULT = 86_400;
const LIFE_LIMIT = 30 * 86_400;

const describe = ({ width, height, bytes }: PictureForm): string => `PNG, JPEG ${width}×${height}, ≤ ${bytes} B`;

/** 51: the picture is not as the interface wants it. */
export const pictureRefusal = (kind: Picture['kind'], received: string): Refusal =>
  refuse('oppo-picture', 51, { received, expected: describe(PICTURES[kind]) });

function checkPicture(kind: Picture['kind'], file: Uint8Array): Refusal | null {
  const wanted = PICTURES[kind];
  const facts = pictureFacts(file);
  if (facts === null) return pictureRefusal(kind, `? (${file.length} B)`);
  if (facts.width === wanted.width && facts.height === wanted.height && file.length <= wanted.bytes) return null;
  return pictureRefusal(kind, `${facts.format.toUpperCase()} ${facts.width}×${facts.height}, ${file.length} B`);
}

function checkQuota({ context, state, app }: Call): Refusal | null {
  const limit = context.profile.oppo.appDailyPictures;
  if (limit <= 0) return null;
  const received = dayOf(state, app.appId, chinaDayNumber(context.now)).pictures;
  return received < limit ? null : refuse('oppo-picture-quota', 34, { received, limit });
}

/** Takes a picture and gives it an id for `picture_ttl` seconds. */
export const uploadPicture =
  (kind: Picture['kind']): Handler =>
  (call: Call): Reply | Refused => {
    const { body, context, state, app } = call;
    const file = body.parts.find(({ name }) => name === 'file');
    if (file === undefined) return { refusal: missing('file') };
    const reader = new FieldReader((name) => partText(body, name) || undefined);
    const life = reader.integer('picture_ttl', { min: 1, max: LIFE_LIMIT }) ?? LIFE_DEFAULT;
    const refusal = reader.refusal ?? checkPicture(kind, file.bytes) ?? checkQuota(call);
    if (refusal) return { refusal };
    const id = hexId(context.ports);
    const picture: Picture = { appId: app.appId, kind, until: context.now + life * 1000 };
    const counted = countDay(state, app.appId, chinaDayNumber(context.now), { pictures: 1 });
    return {
      response: sendSuccess(context.profile, JSON.stringify({ [`${kind}_picture_id`]: id })),
      state: { ...counted, pictures: put(counted.pictures, id, picture) },
      steps: [channelStep('oppo-picture', 'pass'), channelStep('oppo-accepted', 'pass', { id })],
      target: `picture ${id}`,
    };
  };

import { describe, expect, it } from 'vitest';

/** What every client goes through. */
export const CASES = [
  'success',
  'wrong credentials',
  'expired token',
  'bad target',
  'over-long text',
  'server error, then again',
] as const;
export type Case = (typeof CASES)[number];

/** Whether the phone shows the notification when the case has ended; a client that renews or repeats is shown once. */
const SHOWN: Readonly<Record<Case, boolean>> = {
  success: true,
  'wrong credentials': false,
  'expired token': true,
  'bad target': false,
  'over-long text': false,
  'server error, then again': true,
};

interface Row {
  /** Where its cases are. */
  readonly file: `${string}.test.ts`;
  /** Cases that cannot exist for it, and why. */
  readonly without?: Partial<Readonly<Record<Case, string>>>;
}

const SECRET = 'The app secret goes with every call, and has no end.';
const SIGNATURE = 'Every call is signed with the app secret; there is no token.';
const SERVER_KEY = 'The server key goes with every call, and has no end.';

/** Every client, where it is tested, and what it cannot go through. A row without its cases fails. */
export const MATRIX = {
  '@parse/node-apn': { file: 'apns-cases.test.ts' },
  'node-pushnotifications': { file: 'apns-cases.test.ts' },
  hapns: { file: 'apns-child-cases.test.ts' },
  apns2: { file: 'apns-child-cases.test.ts' },
  curl: { file: 'curl.test.ts' },
  'xiaomi-push': { file: 'android-cases.test.ts', without: { 'expired token': SECRET } },
  'push-xiaomi': { file: 'android-cases.test.ts', without: { 'expired token': SECRET } },
  'push-huawei': { file: 'android-cases.test.ts' },
  'firebase-admin': { file: 'fcm-cases.test.ts' },
  'node-gcm': { file: 'fcm-cases.test.ts', without: { 'expired token': SERVER_KEY } },
  'Meizu Java SDK': { file: 'meizu-cases.test.ts', without: { 'expired token': SIGNATURE } },
  'Meizu Node SDK': { file: 'meizu-cases.test.ts', without: { 'expired token': SIGNATURE } },
  'Meizu PHP SDK': { file: 'meizu-cases.test.ts', without: { 'expired token': SIGNATURE } },
  'Meizu Go SDK': { file: 'meizu-cases.test.ts', without: { 'expired token': SIGNATURE } },
  'push-meizu': { file: 'meizu-cases.test.ts', without: { 'expired token': SIGNATURE } },
  'OPPO Java SDK': { file: 'oppo-cases.test.ts' },
  'push-oppo': { file: 'oppo-cases.test.ts' },
  'modood/pushapi to OPPO': { file: 'oppo-cases.test.ts' },
  'vivo Java SDK': { file: 'vivo-cases.test.ts' },
  'push-vivo': { file: 'vivo-cases.test.ts' },
  'modood/pushapi to vivo': { file: 'vivo-cases.test.ts' },
} as const satisfies Readonly<Record<string, Row>>;

export type ClientId = keyof typeof MATRIX;

type Without<C extends ClientId> = (typeof MATRIX)[C] extends { readonly without: infer W } ? keyof W : never;

interface Text {
  readonly title: string | null;
  readonly body: string | null;
}

/** The phone that the client sends to. */
export interface Phone {
  /** What each good push of the cases says. */
  readonly shows: Text;
  /** All that it shows at the moment. */
  shade(): readonly Text[] | Promise<readonly Text[]>;
}

export const rowOf = (client: ClientId): Row => MATRIX[client];

export const casesOf = (client: ClientId): readonly Case[] => {
  const { without = {} } = rowOf(client);
  return CASES.filter((one) => without[one] === undefined);
};

/**
 * Registers the cases of one client: all that its row asks for and no other, which the types and a test see to. Each
 * case looks at what the client is told; what the phone shows in the end is looked at here, for all of them alike.
 */
export function clientCases<C extends ClientId>(
  client: C,
  { shows, shade }: Phone,
  cases: Readonly<Record<Exclude<Case, Without<C>>, () => Promise<unknown>>>,
): void {
  const given = Object.entries<() => Promise<unknown>>(cases);
  describe(`${client}, case by case`, () => {
    it('has every case of its row', () => {
      expect(given.map(([name]) => name).sort()).toEqual([...casesOf(client)].sort());
    });
    it.each(given)('%s', async (name, run) => {
      await run();
      const shown = (await shade()).map(({ title, body }) => ({ title, body }));
      expect(shown).toEqual(SHOWN[name as Case] ? [shows] : []);
    });
  });
}

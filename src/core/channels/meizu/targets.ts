import { notificationsAllowed } from '../../device/android.ts';
import type { TraceStep } from '../../trace/types.ts';
import { chinaDayNumber } from '../kit/china.ts';
import { shorten } from '../kit/steps.ts';
import type { FoundTarget } from '../types.ts';
import type { Call } from './call.ts';
import type { MeizuMessage } from './message.ts';
import type { TargetRuleId } from './rules.ts';
import { type MeizuState, type Received, receivedBy, remember, switchesOf } from './state.ts';
import { channelStep } from './steps.ts';

const MINUTE_MS = 60_000;
/** What can be a pushId at all: letters and digits, as all published ones are. */
const PUSH_ID = /^[0-9A-Za-z]{4,64}$/;

/** One registration that gets the message, and what the sender called it. */
export interface Addressed {
  readonly found: FoundTarget;
  readonly name: string;
}

interface Bad {
  readonly rule: TargetRuleId;
  readonly key: string;
}

/** The audience of a send, after its targets were looked at one by one. */
export interface Audience {
  readonly reached: readonly Addressed[];
  /** Names by the key of `value` under which the answer lists them. */
  readonly bad: Readonly<Record<string, readonly string[]>>;
  /** How many names led to a registration of the app. */
  readonly valid: number;
  /** Bad targets as steps: one for each key, the first a stop when nobody at all was reached. */
  readonly steps: readonly TraceStep[];
  readonly state: MeizuState;
}

/** The active registration behind a pushId, or why there is none. */
export function findPushId({ app, context }: Pick<Call, 'app' | 'context'>, pushId: string): FoundTarget | Bad {
  const found = context.directory.byToken(pushId);
  if (found !== undefined && found.target.app === app.packageName && found.target.state === 'active') return found;
  // An id that is known, even of another app or of days gone by, has the right form.
  return found !== undefined || PUSH_ID.test(pushId)
    ? { rule: 'meizu-push-id-registered', key: '110002' }
    : { rule: 'meizu-push-id-form', key: '110003' };
}

export const isFound = (result: FoundTarget | Bad): result is FoundTarget => 'device' in result;

/** Does the server take the message for this registration, or is its switch off? */
export function isOn(
  { device, target }: FoundTarget,
  call: Pick<Call, 'context'>,
  state: MeizuState,
  direct: boolean,
): boolean {
  const switches = switchesOf(state, target.token);
  if (direct) return switches.direct === 1;
  const told = call.context.profile.meizu.notificationsOff === 'server';
  return switches.bar === 1 && !(told && !notificationsAllowed(device));
}

const FRESH: Received = { times: [], day: 0, publicCount: 0 };

/** Collects who is reached, and counts towards the limits that are on. */
class Sorter {
  readonly reached: Addressed[] = [];
  readonly bad = new Map<string, { readonly rule: TargetRuleId; readonly names: string[] }>();
  private readonly tokens = new Set<string>();
  private readonly call: Call;
  private readonly message: MeizuMessage;
  state: MeizuState;

  constructor(call: Call, message: MeizuMessage) {
    this.call = call;
    this.message = message;
    this.state = call.state;
  }

  refuse({ rule, key }: Bad, name: string): void {
    const listed = this.bad.get(key);
    if (listed === undefined) this.bad.set(key, { rule, names: [name] });
    else if (!listed.names.includes(name)) listed.names.push(name);
  }

  isOn(found: FoundTarget): boolean {
    return isOn(found, this.call, this.state, this.message.passThrough);
  }

  /** Folding and the day's public messages; what is left is reached, each registration once. */
  admit(found: FoundTarget, name: string): void {
    if (this.tokens.has(found.target.token)) return;
    const { foldAfter, publicPerDay } = this.call.context.profile.meizu;
    const counts = publicPerDay > 0 && this.message.messageClass === 'public' && !this.message.passThrough;
    if (foldAfter > 0 || counts) {
      const { now } = this.call.context;
      const before = receivedBy(this.state, found.target.token) ?? FRESH;
      const times = before.times.filter((at) => at > now - MINUTE_MS && at <= now);
      const today = chinaDayNumber(now);
      const publicCount = before.day === today ? before.publicCount : 0;
      if (foldAfter > 0 && times.length >= foldAfter) {
        this.refuse({ rule: 'meizu-folded', key: '520' }, name);
        return;
      }
      if (counts && publicCount >= publicPerDay) {
        this.refuse({ rule: 'meizu-public-limit', key: '110011' }, name);
        return;
      }
      const entry = {
        times: foldAfter > 0 ? [...times, now] : [],
        day: today,
        publicCount: publicCount + (counts ? 1 : 0),
      };
      this.state = remember(this.state, found.target.token, entry);
    }
    this.tokens.add(found.target.token);
    this.reached.push({ found, name });
  }

  audience(valid: number): Audience {
    const nobody = this.reached.length === 0;
    const keys = [...this.bad.entries()].map(([key, { rule, names }], index) =>
      channelStep(rule, nobody && index === 0 ? 'stop' : 'note', {
        key,
        count: names.length,
        targets: shorten(names.join(', ')),
      }),
    );
    const bad = Object.fromEntries([...this.bad].map(([key, { names }]) => [key, names]));
    return { reached: this.reached, bad, valid, steps: keys, state: this.state };
  }
}

const switchedOff = (call: Call): Bad => ({
  rule: 'meizu-switch-on',
  key: call.context.profile.meizu.switchedOffKey,
});

/** Looks up pushIds: not registered, switched off, folded, or over the day's public messages; the others are reached. */
export function audienceOfPushIds(call: Call, message: MeizuMessage, names: readonly string[]): Audience {
  const sorter = new Sorter(call, message);
  let valid = 0;
  for (const name of names) {
    const found = findPushId(call, name);
    if (!isFound(found)) {
      sorter.refuse(found, name);
      continue;
    }
    valid += 1;
    if (sorter.isOn(found)) sorter.admit(found, name);
    else sorter.refuse(switchedOff(call), name);
  }
  return sorter.audience(valid);
}

/** The app's active registrations. */
export const registrations = ({ app, context }: Call): readonly FoundTarget[] =>
  context.directory.all().filter(({ target }) => target.app === app.packageName && target.state === 'active');

/** Looks up aliases; one that nobody has, or only phones with the switch off, is listed under 110005. */
export function audienceOfAliases(call: Call, message: MeizuMessage, names: readonly string[]): Audience {
  const sorter = new Sorter(call, message);
  const all = registrations(call);
  let valid = 0;
  for (const name of names) {
    const holders = all.filter(({ target }) => target.aliases.includes(name));
    const on = holders.filter((found) => sorter.isOn(found));
    if (holders.length > 0) valid += 1;
    if (on.length === 0) sorter.refuse({ rule: 'meizu-alias-known', key: '110005' }, name);
    for (const found of on) sorter.admit(found, name);
  }
  return sorter.audience(valid);
}

/** Everybody of a list whose switch is on; tasks to many name no bad targets. */
export function audienceOfMany(call: Call, message: MeizuMessage, all: readonly FoundTarget[]): Audience {
  const sorter = new Sorter(call, message);
  for (const found of all) if (sorter.isOn(found)) sorter.admit(found, found.target.token);
  return { ...sorter.audience(all.length), bad: {}, steps: [] };
}

/** Registrations with any of the tags, or with all of them. */
export function taggedWith(call: Call, tags: readonly string[], all: boolean): readonly FoundTarget[] {
  return registrations(call).filter(({ target }) =>
    all ? tags.every((tag) => target.topics.includes(tag)) : tags.some((tag) => target.topics.includes(tag)),
  );
}

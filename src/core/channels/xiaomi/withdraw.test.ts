import { describe, expect, it } from 'vitest';
import { form, makeRequest, SEND, World } from './testing/world.ts';

/** Nothing reaches this phone: the pushes wait at the vendor. */
class OfflineWorld extends World {
  override deliver(): never {
    throw new Error('the phone is offline');
  }

  ask(path: string, fields: Parameters<typeof form>[0]): string {
    const result = this.channel.receive(makeRequest('POST', path, { body: form(fields) }), this.context);
    const state = result.effects.find((effect) => effect.type === 'state');
    if (state?.type === 'state') this.state = state.state;
    return result.effects.find((effect) => effect.type === 'push')?.push.id ?? '';
  }

  rules(path: string, body: string, key?: string): string[] {
    const request = makeRequest('POST', path, key === undefined ? { body } : { body, key });
    return this.receive(request).trace.map((step) => step.rule);
  }
}

describe('what waits for an offline phone', () => {
  it.each([
    ['/v2/message/revoke', (id: string) => `msg_id=${id}`],
    ['/v2/message/revoke', () => 'jobkey=k'],
    ['/v2/message/delete', (id: string) => `id=${id}`],
    ['/v1/message/switch/stop_by_id', (id: string) => `msg_ids=${id}`],
    ['/v1/message/switch/stop_by_jobkey', () => 'job_keys=k'],
  ])('is withdrawn by %s, and nothing else is', (path, body) => {
    const world = new OfflineWorld();
    const id = world.ask(SEND, { 'extra.jobkey': 'k' });
    world.ask(SEND, {});
    const rules = world.rules(path, body(id));
    expect(rules).toContain('xiaomi-withdrawn');
    expect(rules).not.toContain('xiaomi-stop-nothing-running');
    expect(world.withdrawn).toEqual([id]);
  });

  it('is no matter of other apps', () => {
    const world = new OfflineWorld();
    const id = world.ask(SEND, {});
    expect(world.rules('/v2/message/revoke', `msg_id=${id}`, 'key=OTHER')).not.toContain('xiaomi-withdrawn');
    expect(world.withdrawn).toEqual([]);
  });

  it('is empty once every phone has the message, and while it is only scheduled', () => {
    const world = new World();
    const sent = world.post(SEND, form()).data?.id;
    const late = world.post(SEND, form({ time_to_send: world.now + 1000 })).data?.id;
    for (const id of [sent, late]) world.post('/v2/message/revoke', `msg_id=${id}`);
    const result = world.receive(
      makeRequest('POST', '/v1/message/switch/stop_by_id', { body: `msg_ids=${sent},${late}` }),
    );
    expect(result.trace.filter((step) => step.rule === 'xiaomi-stop-nothing-running')).toHaveLength(1);
    expect(result.effects).toContainEqual({ type: 'unschedule', jobId: late });
    expect(world.withdrawn).toEqual([]);
  });
});

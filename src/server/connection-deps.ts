import type { Channel, ChannelId } from '../core/channels/types.ts';
import type { Result } from '../core/result.ts';
import type { Simulator } from '../core/simulator-types.ts';
import type { ApiDeps } from './api/deps.ts';
import type { ListenerUrls } from './api/views.ts';
import { type ConnectionSource, connectionFile, curlRecipe, describeConnection } from './connection.ts';
import type { Installation } from './credentials/installation.ts';
import { systemClock } from './ports/clock.ts';
import { createIds } from './ports/ids.ts';
import { runSelfTest, type SelfTestDeps } from './self-test/run.ts';

export interface ConnectionParts {
  readonly simulator: Simulator;
  readonly channels: readonly Channel[];
  readonly installation: Installation;
  readonly listeners: ListenerUrls;
  /** Hosts beside loopback that receipts may be posted to. */
  readonly allowCallbackHosts: readonly string[];
  readonly explain: SelfTestDeps['explain'];
}

/** What the API needs to tell senders how to get here, to let them in, and to try it. */
export function connectionDeps(
  parts: ConnectionParts,
): Pick<ApiDeps, 'credentials' | 'console' | 'selfTest' | 'connection' | 'connectionFile'> {
  const { simulator, channels, installation, listeners, allowCallbackHosts, explain } = parts;
  const source: ConnectionSource = { installation, channels, listeners, targets: () => activeTargets(simulator) };
  const ports = { clock: systemClock, ids: createIds(), crypto: installation.crypto };
  const doors = {
    tls: new URL(listeners.tls),
    plain: new URL(listeners.plain),
    caPem: installation.certificates.caPem,
  };
  return {
    ...settingUp(simulator, installation, allowCallbackHosts),
    selfTest: onceAtATime(() =>
      runSelfTest({
        simulator,
        channels,
        ports,
        doors: () => doors,
        explain,
        recipe: (vendor, way) => curlRecipe(source, vendor, way === 'plain' ? 'address' : way),
      }),
    ),
    connection: (wanted) => describeConnection(source, wanted),
    connectionFile: (name) => connectionFile(source, name),
  };
}

/** Who asks while a run is going on gets that one's answer. */
function onceAtATime<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** What the user changes is what the endpoints know from the next request on. */
function settingUp(
  simulator: Simulator,
  { user, console }: Installation,
  allowHosts: readonly string[],
): Pick<ApiDeps, 'credentials' | 'console'> {
  const applied = <T>(result: Result<T>): Result<T> => {
    if (result.ok) simulator.setCredentials(console.over(user.all()));
    return result;
  };
  return {
    credentials: {
      list: user.list,
      put: async (...given) => applied(await user.put(...given)),
      remove: async (...given) => applied(await user.remove(...given)),
    },
    console: {
      shown: console.shown,
      put: async (...given) => applied(await console.put(...given)),
      allowHosts,
    },
  };
}

/** A registration of each vendor on the phones that are there, for lines that push to one. */
function activeTargets(simulator: Simulator): Partial<Record<ChannelId, string>> {
  const found: Partial<Record<ChannelId, string>> = {};
  for (const { channel, targets } of simulator.workspace().devices) {
    const active = targets.find(({ state }) => state === 'active');
    if (active !== undefined) found[channel] ??= active.token;
  }
  return found;
}

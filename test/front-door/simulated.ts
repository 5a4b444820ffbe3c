import type { Credentials } from '../../src/core/channels/credentials.ts';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { Device } from '../../src/core/device/types.ts';
import type { Ports } from '../../src/core/ports.ts';
import type { RuleProfile } from '../../src/core/profile.ts';
import { defaultProfile } from '../../src/core/profile.ts';
import { createSimulator } from '../../src/core/simulator.ts';
import type { Simulator, Workspace } from '../../src/core/simulator-types.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { startFrontDoor } from '../../src/server/front-door/start.ts';
import type { Engine, FrontDoor } from '../../src/server/front-door/types.ts';

/** The real simulator behind the real front door; `begin` gives the door a fresh world. */
export interface SimulatedDoor {
  readonly door: FrontDoor;
  readonly ca: string;
  begin(world: {
    devices: readonly Device[];
    credentials: Credentials;
    ports: Ports;
    profile?: RuleProfile;
  }): Simulator;
}

export async function openSimulatedDoor(installation: Installation): Promise<SimulatedDoor> {
  let current: Simulator | undefined;
  const simulator = (): Simulator => {
    if (current === undefined) throw new Error('no world yet');
    return current;
  };
  const engine: Engine = {
    receive: (...args) => simulator().receive(...args),
    recordFailure: (...args) => simulator().recordFailure(...args),
    connectionClosed: (id) => current?.connectionClosed(id),
    workspace: () => simulator().workspace(),
  };
  const door = await startFrontDoor({
    host: '127.0.0.1',
    tlsPort: 0,
    plainPort: 0,
    certificates: installation.certificates,
    engine,
    channels: createChannels(),
  });
  return {
    door,
    ca: installation.ca.certPem,
    begin({ devices, credentials, ports, profile = defaultProfile }) {
      const workspace: Workspace = {
        accounts: [],
        groups: [],
        devices,
        profile,
        clock: { offsetMs: 0, stoppedAt: null },
      };
      current = createSimulator({ ports, channels: createChannels(), credentials, workspace });
      return current;
    },
  };
}

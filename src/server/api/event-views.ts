import { presentAccount } from '../../core/present/account.ts';
import { presentDevice, presentScreen } from '../../core/present/device.ts';
import { presentExchangeLine } from '../../core/present/exchange.ts';
import { presentNotification } from '../../core/present/notification.ts';
import { presentOutcome } from '../../core/present/outcome.ts';
import { presentWorkspace } from '../../core/present/workspace.ts';
import type { SimulatorEvent } from '../../core/simulator-types.ts';
import type { ApiEvent } from '../../core/views.ts';
import type { ApiDeps } from './deps.ts';

/** An event as clients get it; null for what only the host acts on. */
export function presentEvent(event: SimulatorEvent, deps: ApiDeps): ApiEvent | null {
  const { simulator, views } = deps;
  switch (event.type) {
    case 'exchange':
      return { type: 'exchange', exchange: presentExchangeLine(event.exchange, views) };
    case 'outcome':
      return { type: 'outcome', outcome: presentOutcome(event.outcome, views) };
    case 'notification':
      return { type: 'notification', notification: presentNotification(event.notification) };
    case 'device': {
      const device = simulator.device(event.deviceId);
      if (device === undefined) return null;
      const stored = simulator.storedFor(device.id);
      return {
        type: 'device',
        device: presentDevice(device, stored),
        screen: presentScreen(device, simulator.appsBeside(device.id)),
      };
    }
    case 'account': {
      const { account } = event;
      const view = presentAccount(account, simulator.workspace().devices);
      return { type: 'account', account: view, settings: account.settings };
    }
    case 'workspace':
      return { type: 'workspace', workspace: presentWorkspace(simulator.workspace(), simulator.now()) };
    case 'callback':
      return null;
    case 'faults':
    case 'device-removed':
    case 'reset':
    case 'app-callback':
    case 'history-dropped':
      return event;
  }
}

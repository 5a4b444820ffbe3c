import type { Delivery } from '../simulator-types.ts';
import { deliveryChanged } from './outcomes.ts';
import { emit, type State, type Travelling } from './state.ts';

/** Writes what became of a push into its exchange and its outcome. */
export function settle(state: State, travelling: Travelling, delivery: Delivery): void {
  const exchange = state.exchanges.get(travelling.exchangeId);
  if (exchange !== undefined) {
    exchange.deliveries = exchange.deliveries.map((one) =>
      one.pushId === delivery.pushId && one.deviceId === delivery.deviceId ? delivery : one,
    );
    emit(state, { type: 'exchange', exchange });
  }
  if (travelling.outcomeId !== null) deliveryChanged(state, travelling.outcomeId, delivery);
}

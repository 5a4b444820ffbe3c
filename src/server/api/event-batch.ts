import type { SequencedEvent } from '../../core/simulator-types.ts';

/** Of several states of one phone, account, record or workspace in a batch only the last is worth sending. */
export function withoutStale(events: readonly SequencedEvent[]): readonly SequencedEvent[] {
  const seen = new Set<string>();
  return events
    .toReversed()
    .filter((event) => {
      const key = stateKey(event);
      if (key === null) return true;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .toReversed();
}

function stateKey({ event }: SequencedEvent): string | null {
  switch (event.type) {
    case 'device':
      return `device ${event.deviceId}`;
    case 'account':
      return `account ${event.account.userId}`;
    case 'workspace':
    case 'faults':
    case 'history-dropped':
      return event.type;
    case 'outcome':
      return `outcome ${event.outcome.id}`;
    case 'exchange':
      return `exchange ${event.exchange.id}`;
    default:
      return null;
  }
}

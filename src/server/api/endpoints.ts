import type { Endpoint } from './endpoint.ts';
import { accountEndpoints } from './routes/accounts.ts';
import { connectionEndpoints } from './routes/connection.ts';
import { consoleEndpoints } from './routes/console.ts';
import { credentialEndpoints } from './routes/credentials.ts';
import { deviceLifeEndpoints } from './routes/device-life.ts';
import { deviceEndpoints } from './routes/devices.ts';
import { faultEndpoints } from './routes/faults.ts';
import { hostEndpoints } from './routes/host.ts';
import { matrixEndpoints } from './routes/matrix.ts';
import { messageEndpoints } from './routes/messages.ts';
import { notificationEndpoints } from './routes/notifications.ts';
import { recordEndpoints } from './routes/records.ts';
import { remedyEndpoints } from './routes/remedies.ts';
import { selfTestEndpoints } from './routes/self-test.ts';
import { soundEndpoints } from './routes/sounds.ts';
import { switchEndpoints } from './routes/switches.ts';

/** Every endpoint with a JSON request; the event stream and the document itself stand in `api.ts`. */
export const endpoints = (): readonly Endpoint[] => [
  ...hostEndpoints,
  ...connectionEndpoints,
  ...credentialEndpoints,
  ...consoleEndpoints,
  ...selfTestEndpoints,
  ...switchEndpoints,
  ...accountEndpoints,
  ...deviceEndpoints,
  ...deviceLifeEndpoints,
  ...soundEndpoints,
  ...messageEndpoints,
  ...matrixEndpoints,
  ...notificationEndpoints,
  ...recordEndpoints,
  ...remedyEndpoints,
  ...faultEndpoints,
];

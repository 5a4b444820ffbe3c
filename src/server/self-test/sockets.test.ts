import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openSocket } from './sockets.ts';

it('gives up at once when the time is over before a connection is begun', async () => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  const doors = { tls: url, plain: url, caPem: '' };
  const opened = openSocket('plain', 'api-push.vivo.com.cn', doors, { alpn: 'http/1.1', signal: AbortSignal.abort() });
  await expect(opened).rejects.toThrow('no answer in time');
});

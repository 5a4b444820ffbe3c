// The least that a Node server can be; the baseline of the start-up row.
import http from 'node:http';

const server = http.createServer((_request, response) => response.end('ok'));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

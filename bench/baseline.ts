// The servers that Pushpit is held against: they read the request and answer, nothing else.
// Run as `node bench/baseline.ts http2|http1|both`; prints its ports when it listens.
import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import http2 from 'node:http2';
import forge from 'node-forge';

/** Same kind of key as Pushpit's leaf certificates, so that the handshake costs the same. */
function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date();
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  const name = [{ name: 'commonName', value: 'localhost' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create());
  return { key, cert: forge.pki.certificateToPem(certificate) };
}

function echoHttp2(): http2.Http2SecureServer {
  const server = http2.createSecureServer({ ...selfSigned(), allowHTTP1: false });
  server.on('stream', (stream, headers) => {
    stream.on('data', () => {});
    stream.on('end', () =>
      stream.respond({ ':status': 200, 'apns-id': headers['apns-id'] ?? '0' }, { endStream: true }),
    );
  });
  return server;
}

function echoHttp1(): http.Server {
  const body =
    '{"result":"ok","trace_id":"Xdm04712795001234567aB","code":0,"data":{"id":"scm04712795001234568cD"},"description":"ok","info":"ok"}';
  return http.createServer((request, response) => {
    request.on('data', () => {});
    request.on('end', () => response.end(body));
  });
}

const kinds = process.argv[2] === 'both' ? ['http1', 'http2'] : [process.argv[2]];
const ports: number[] = [];
for (const kind of kinds) {
  const server = kind === 'http1' ? echoHttp1() : echoHttp2();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    ports.push(typeof address === 'object' && address !== null ? address.port : 0);
    // The port of HTTP/1.1 comes first.
    if (ports.length === kinds.length) console.log(ports.join(' '));
  });
}

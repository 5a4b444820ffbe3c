'use strict';
// Loaded into Node programs that `pushpit exec` starts: leads the vendors' host names to Pushpit. Every connection of
// Node's own modules (net, tls, https, http2, fetch) and of libraries goes through this one method; what it was called
// with is not touched beyond address and port, so SNI, ALPN and the check of the certificate's name stay as they were.
const net = require('node:net');
const tls = require('node:tls');

const VARIABLE = 'PUSHPIT_EXEC';
const PATCHED = Symbol.for('pushpit.exec');

/** @returns {{ hosts: Set<string>, tls: { host: string, port: number }, plain: { host: string, port: number } } | null} */
function readPlan() {
  try {
    const plan = JSON.parse(process.env[VARIABLE] ?? '');
    return { hosts: new Set(plan.hosts), tls: plan.tls, plain: plan.plain };
  } catch {
    return null;
  }
}

/** Vendors' plain HTTP lives on port 80; on every other port they speak TLS, which a later layer may bring. */
const PLAIN_PORT = 80;

const plan = readPlan();
const proto = net.Socket.prototype;

if (plan !== null && !(PATCHED in proto)) {
  const connect = proto.connect;

  /** @param {any} options of a connection; the same object when it goes elsewhere */
  const lead = (socket, options) => {
    if (typeof options !== 'object' || options === null || options.path) return options;
    const host = String(options.host ?? '')
      .toLowerCase()
      .replace(/\.$/, '');
    if (!plan.hosts.has(host)) return options;
    const plain = Number(options.port) === PLAIN_PORT && !(socket instanceof tls.TLSSocket);
    const { lookup, family, localAddress, localPort, ...rest } = options;
    return { ...rest, ...(plain ? plan.plain : plan.tls) };
  };

  proto.connect = function (...args) {
    const [first, second] = args;
    // net.connect hands its arguments on as one list that Node has marked; the mark is on the list.
    if (Array.isArray(first)) first[0] = lead(this, first[0]);
    else if (typeof first === 'object') args[0] = lead(this, first);
    else if (typeof second === 'string') {
      const options = { port: first, host: second };
      const led = lead(this, options);
      if (led !== options) args.splice(0, 2, led);
    }
    return Reflect.apply(connect, this, args);
  };
  Object.defineProperty(proto, PATCHED, { value: true });
}

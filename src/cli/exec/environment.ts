import { delimiter } from 'node:path';
import { STORE_PASSWORD, type TrustFiles } from './trust.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface ExecFacts {
  readonly trust: TrustFiles;
  /** Our CA alone. */
  readonly caFile: string;
  /** Address of the proxy that knows the vendors' names. */
  readonly proxy: URL;
  readonly listeners: { readonly tls: URL; readonly plain: URL; readonly ui: URL | null };
  /** Vendors' host names. */
  readonly hosts: readonly string[];
  /** The file that Node programs load first. */
  readonly preload: string;
}

/** A variable that the command gets, and for whom. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly for: string;
}

/** Everything that is set for the command, by what it does. Values that were there before are kept within the new ones. */
export function settingsFor(facts: ExecFacts, env: Env): readonly Setting[] {
  return [
    ...trustSettings(facts, env),
    ...proxySettings(facts),
    ...nodeSettings(facts, env),
    ...javaSettings(facts, env),
  ];
}

function trustSettings({ trust, caFile }: ExecFacts, env: Env): readonly Setting[] {
  const scanned = env.PHP_INI_SCAN_DIR;
  return [
    { name: 'NODE_EXTRA_CA_CERTS', value: trust.nodeExtra, for: 'Node, Bun: trust' },
    {
      name: 'SSL_CERT_FILE',
      value: trust.bundle,
      for: 'Go (not macOS, Windows), and OpenSSL: Python, Ruby, .NET on Linux: trust',
    },
    { name: 'REQUESTS_CA_BUNDLE', value: trust.bundle, for: 'Python requests: trust' },
    { name: 'CURL_CA_BUNDLE', value: trust.bundle, for: 'curl: trust' },
    { name: 'DENO_CERT', value: caFile, for: 'Deno: trust' },
    // An empty entry stands for the directory that PHP was built with.
    {
      name: 'PHP_INI_SCAN_DIR',
      value: `${scanned ?? ''}${delimiter}${trust.phpIni}`,
      for: 'PHP, curl and streams: trust',
    },
  ];
}

function proxySettings({ proxy }: ExecFacts): readonly Setting[] {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].map((name) => ({
    name,
    value: proxy.origin,
    for: 'everything that honours a proxy',
  }));
}

function nodeSettings({ listeners, hosts, preload }: ExecFacts, env: Env): readonly Setting[] {
  const { tls, plain, ui } = listeners;
  const place = (url: URL) => ({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) });
  return [
    { name: 'NODE_USE_ENV_PROXY', value: '1', for: 'Node 22.21, 24.5 and later: fetch, http and https use the proxy' },
    {
      name: 'NODE_OPTIONS',
      value: joined(env.NODE_OPTIONS, `--require=${quotedForNode(preload)}`),
      for: "Node: leads the vendors' names, HTTP/2 too",
    },
    {
      name: 'PUSHPIT_EXEC',
      value: JSON.stringify({ hosts, tls: place(tls), plain: place(plain) }),
      for: 'the file named in NODE_OPTIONS',
    },
    ...(ui === null ? [] : [{ name: 'PUSHPIT_URL', value: ui.origin, for: 'pushpit send, and your own tests' }]),
  ];
}

function javaSettings({ trust, proxy }: ExecFacts, env: Env): readonly Setting[] {
  const properties = {
    'https.proxyHost': proxy.hostname,
    'https.proxyPort': proxy.port,
    'http.proxyHost': proxy.hostname,
    'http.proxyPort': proxy.port,
    'javax.net.ssl.trustStore': trust.javaStore,
    'javax.net.ssl.trustStoreType': 'PKCS12',
    'javax.net.ssl.trustStorePassword': STORE_PASSWORD,
  };
  const options = Object.entries(properties).map(([name, value]) => quotedForJava(`-D${name}=${value}`));
  return [
    { name: 'JAVA_TOOL_OPTIONS', value: joined(env.JAVA_TOOL_OPTIONS, options.join(' ')), for: 'Java: proxy, trust' },
  ];
}

const joined = (before: string | undefined, ours: string): string =>
  before === undefined || before.trim() === '' ? ours : `${before} ${ours}`;

/** NODE_OPTIONS takes double quotes, with a backslash before `"` and `\`. */
const quotedForNode = (path: string): string => (/[\s"\\]/.test(path) ? JSON.stringify(path) : path);

/** JAVA_TOOL_OPTIONS takes quotes, and no escapes. */
const quotedForJava = (option: string): string => (/\s/.test(option) ? `"${option}"` : option);

/** What cannot be led in this way, and what works instead. */
export const LIMITS: readonly string[] = [
  'Go and .NET on macOS and Windows trust the system only: add ca.pem there, or use the base address of the SDK.',
  'HTTP/2 clients outside Node that use no proxy (Pushy in Java, aioapns and httpx HTTP/2 in Python, sideshow/apns2 in Go): set their host and port, see "pushpit creds".',
  "PHP's own streams (file_get_contents, fopen) read no proxy variable: use its curl extension or Guzzle, or put the address of HTTPS_PROXY, with tcp:// before it, into the context as http.proxy.",
  'Clients with a CA list of their own (a `ca` option, a pinned certificate, Android or Conscrypt stores) need our ca.pem in it.',
  'Programs that clear their environment, and services that run elsewhere (containers, daemons), get none of this.',
];

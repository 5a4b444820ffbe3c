import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const TRUST_STORE_PASSWORD = 'changeit';

/** Lines that do not depend on the vendor: what a runtime has for proxies, for names and for trust. */
export function generalRecipes(facts: RecipeFacts): readonly Recipe[] {
  return recipesOf(null, [...proxyParts(facts), ...nameParts(facts)]);
}

function proxyParts({ dir, plain }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const ca = `${dir}/ca.pem`;
  const proxy = `HTTPS_PROXY=${plain.origin}`;
  return [
    {
      en: 'any sender that honours a proxy',
      zh: '任何支持代理的发送端',
      language: 'shell',
      way: 'proxy',
      code: [
        `export ${proxy} NODE_EXTRA_CA_CERTS=${ca}`,
        `export SSL_CERT_FILE=${ca} CURL_CA_BUNDLE=${ca} # Go, OpenSSL; curl, Python requests`,
      ],
    },
    {
      en: 'Node',
      language: 'node',
      way: 'proxy',
      code: [`NODE_USE_ENV_PROXY=1 ${proxy} NODE_EXTRA_CA_CERTS=${ca} node sender.js`],
      note: {
        en: 'From Node 24.5 and 22.21. It covers fetch, http and https, not node:http2: those senders are started with "pushpit exec".',
        zh: 'Node 24.5 或 22.21 起可用。对 fetch、http、https 有效，对 node:http2 无效；这类发送端请用 "pushpit exec" 启动。',
      },
    },
    {
      en: 'Java',
      language: 'java',
      way: 'proxy',
      code: [
        trustStore(dir),
        `java -Dhttps.proxyHost=${plain.hostname} -Dhttps.proxyPort=${plain.port || '80'} ${trusts(dir)} -jar sender.jar`,
      ],
      note: {
        en: 'For clients on HttpsURLConnection and on java.net.http with its default selector. The OPPO and vivo SDKs ignore these properties.',
        zh: '适用于 HttpsURLConnection 以及使用默认选择器的 java.net.http。OPPO 与 vivo 的 SDK 不理会这些属性。',
      },
    },
    {
      en: 'Go',
      language: 'go',
      way: 'proxy',
      code: [`${proxy} SSL_CERT_FILE=${ca} ./sender`],
      note: {
        en: 'SSL_CERT_FILE works on Linux and BSD; on macOS and Windows add the CA to the system, or set RootCAs.',
        zh: 'SSL_CERT_FILE 在 Linux 与 BSD 上有效；在 macOS 和 Windows 上请把 CA 加入系统，或设置 RootCAs。',
      },
    },
    {
      en: 'Python (requests)',
      zh: 'Python（requests）',
      language: 'python',
      way: 'proxy',
      code: [`${proxy} REQUESTS_CA_BUNDLE=${ca} python sender.py`],
    },
    {
      en: 'PHP (curl, Guzzle)',
      zh: 'PHP（curl、Guzzle）',
      language: 'php',
      way: 'proxy',
      code: [`${proxy} php -d curl.cainfo=${ca} -d openssl.cafile=${ca} sender.php`],
      note: {
        en: 'Not for file_get_contents and other streams: those take a proxy from their context only.',
        zh: '不适用于 file_get_contents 等流函数：它们只从自己的 context 读取代理。',
      },
    },
  ];
}

function nameParts({ dir, tls, tlsPort, vendors }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const ca = `${dir}/ca.pem`;
  return [
    {
      en: 'any sender, without a change',
      zh: '任何发送端，无需改动',
      language: 'shell',
      way: 'names',
      code: ['pushpit exec -- ./sender'],
      note: {
        en: 'Sets for one command what its runtime offers for names, proxies and trust, and says what it set.',
        zh: '只为这一条命令设置运行时所支持的域名、代理和信任选项，并说明设置了什么。',
      },
    },
    {
      en: 'hosts file',
      zh: 'hosts 文件',
      language: 'shell',
      way: 'names',
      code: [
        ...vendors.map(({ hosts }) => `echo '${tls.hostname} ${hosts.join(' ')}' | sudo tee -a /etc/hosts`),
        `export NODE_EXTRA_CA_CERTS=${ca} SSL_CERT_FILE=${ca} CURL_CA_BUNDLE=${ca}`,
      ],
      note: onPort443(tlsPort),
    },
    {
      en: 'Java',
      language: 'java',
      way: 'names',
      code: [trustStore(dir), `java -Djdk.net.hosts.file=${dir}/hosts ${trusts(dir)} -jar sender.jar`],
      note: onPort443(tlsPort),
    },
    {
      en: 'PHP (curl)',
      zh: 'PHP（curl）',
      language: 'php',
      way: 'names',
      code: [
        `curl_setopt($ch, CURLOPT_CONNECT_TO, ['::${tls.hostname}:${tlsPort}']);`,
        `curl_setopt($ch, CURLOPT_CAINFO, '${ca}');`,
      ],
    },
    {
      en: 'Go (net/http)',
      zh: 'Go（net/http）',
      language: 'go',
      way: 'names',
      code: [
        'transport := http.DefaultTransport.(*http.Transport)',
        'transport.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {',
        `	return (&net.Dialer{}).DialContext(ctx, network, "${tls.hostname}:${tlsPort}")`,
        '} // every host; start with SSL_CERT_FILE',
      ],
      note: {
        en: `Start the sender with SSL_CERT_FILE=${ca}.`,
        zh: `启动发送端时设置 SSL_CERT_FILE=${ca}。`,
      },
    },
    {
      en: 'Python',
      language: 'python',
      way: 'names',
      code: [
        'import socket',
        'resolve = socket.getaddrinfo',
        `vendors = {${vendors.flatMap(({ hosts }) => hosts.map((host) => `"${host}"`)).join(', ')}}`,
        'socket.getaddrinfo = lambda host, port, *rest, **named: resolve(',
        `    *(("${tls.hostname}", ${tlsPort}) if host in vendors else (host, port)), *rest, **named)`,
      ],
      note: {
        en: `Before the first request; start the sender with SSL_CERT_FILE=${ca} REQUESTS_CA_BUNDLE=${ca}.`,
        zh: `放在第一次请求之前；启动发送端时设置 SSL_CERT_FILE=${ca} REQUESTS_CA_BUNDLE=${ca}。`,
      },
    },
  ];
}

const trustStore = (dir: string): string =>
  `keytool -importcert -noprompt -alias pushpit -file ${dir}/ca.pem -keystore ${dir}/trust.p12 -storetype PKCS12 -storepass ${TRUST_STORE_PASSWORD}`;

const trusts = (dir: string): string =>
  `-Djavax.net.ssl.trustStore=${dir}/trust.p12 -Djavax.net.ssl.trustStorePassword=${TRUST_STORE_PASSWORD}`;

/** A name says nothing about the port: what calls the vendor calls port 443. */
export function onPort443(tlsPort: string): { en: string; zh: string } {
  if (tlsPort === '443') return { en: 'The TLS listener is on port 443.', zh: 'TLS 监听器在 443 端口。' };
  return {
    en: `The sender calls port 443: start Pushpit with --tls-port 443, or redirect 443 to ${tlsPort}.`,
    zh: `发送端访问 443 端口：请用 --tls-port 443 启动 Pushpit，或把 443 转发到 ${tlsPort}。`,
  };
}

import type { LocalText } from '../../core/trace/types.ts';

/** Why a connection or request never reached a vendor's endpoint. */
export type FailureCode =
  | 'plain_http_on_tls_port'
  | 'tls_on_plain_port'
  | 'not_http'
  | 'tls_untrusted_ca'
  | 'tls_closed_early'
  | 'tls_wrong_name'
  | 'tls_no_common_protocol'
  | 'tls_version'
  | 'tls_no_shared_cipher'
  | 'tls_handshake_failed'
  | 'handshake_timeout'
  | 'request_timeout'
  | 'headers_too_large'
  | 'malformed_http'
  | 'expectation_refused'
  | 'http2_protocol_error'
  | 'http2_requests_reset'
  | 'http2_required'
  | 'request_aborted'
  | 'connection_over_budget'
  | 'too_many_connections'
  | 'proxy_target_refused'
  | 'unknown_host'
  | 'unknown_path'
  | 'internal_error';

export interface FailureText {
  readonly message: LocalText;
  readonly fix: LocalText;
}

const TRUST: LocalText = {
  en: 'Start the client with `pushpit exec -- COMMAND`, which sets all that it needs. Or give it the ca.pem that `pushpit creds --out DIR` leaves: NODE_EXTRA_CA_CERTS for Node, --cacert for curl, REQUESTS_CA_BUNDLE for Python requests, SSL_CERT_FILE for OpenSSL and Go, a trust store for Java. A ca.pem of another data directory does not help: each has its own CA.',
  zh: '用 `pushpit exec -- COMMAND` 启动客户端，所需设置会自动完成；或者让它信任 `pushpit creds --out DIR` 生成的 ca.pem：Node 用 NODE_EXTRA_CA_CERTS，curl 用 --cacert，Python requests 用 REQUESTS_CA_BUNDLE，OpenSSL 和 Go 用 SSL_CERT_FILE，Java 用信任库。其他数据目录的 ca.pem 不适用：每个目录都有自己的 CA。',
};

/** The sentence of each failure, and what helps. */
export const FAILURES: Readonly<Record<FailureCode, FailureText>> = {
  plain_http_on_tls_port: {
    message: { en: 'An unencrypted request came to the TLS port.', zh: 'TLS 端口收到了未加密的请求。' },
    fix: {
      en: 'Use https:// with this port, or http:// with the plain port.',
      zh: '访问这个端口请用 https://；要用 http://，请改走明文端口。',
    },
  },
  tls_on_plain_port: {
    message: { en: 'A TLS handshake came to the plain port.', zh: '明文端口收到了 TLS 握手。' },
    fix: {
      en: 'Use http:// with this port, or https:// with the TLS port. As a proxy it takes `HTTPS_PROXY=http://…` (http, not https).',
      zh: '访问这个端口请用 http://；要用 https://，请改走 TLS 端口。作为代理使用时写 `HTTPS_PROXY=http://…`（是 http，不是 https）。',
    },
  },
  not_http: {
    message: {
      en: 'The first bytes of the connection are neither HTTP nor TLS.',
      zh: '连接的开头既不是 HTTP，也不是 TLS。',
    },
    fix: {
      en: 'Speak HTTP/1.1 or HTTP/2. The old binary protocol of APNs was switched off by Apple in 2021 and does not exist here.',
      zh: '请使用 HTTP/1.1 或 HTTP/2。APNs 的旧二进制协议已于 2021 年被 Apple 停用，这里不提供。',
    },
  },
  tls_untrusted_ca: {
    message: {
      en: 'The client does not trust the certificate of this server and broke off.',
      zh: '客户端不信任本服务的证书，中断了连接。',
    },
    fix: TRUST,
  },
  tls_closed_early: {
    message: {
      en: 'The client closed the connection around the TLS handshake, before it sent a request; most do so when they do not trust the certificate.',
      zh: '客户端在 TLS 握手前后就关闭了连接，没有发出请求；多半是因为不信任证书。',
    },
    fix: TRUST,
  },
  tls_wrong_name: {
    message: {
      en: 'The client asked for a host name that the certificate of this server is not valid for, and broke off.',
      zh: '客户端访问的主机名不在本服务证书的有效范围内，因此中断了连接。',
    },
    fix: {
      en: 'Connect under the name of a vendor, localhost or 127.0.0.1. For another name or address of this machine start the server with --host.',
      zh: '请使用厂商的域名、localhost 或 127.0.0.1 连接；要用本机的其他名称或地址，请在启动服务时通过 --host 指定。',
    },
  },
  tls_no_common_protocol: {
    message: {
      en: 'The client offered no protocol that the vendor speaks on this name (ALPN).',
      zh: '客户端通过 ALPN 提出的协议，厂商在这个域名上都不支持。',
    },
    fix: {
      en: 'APNs speaks HTTP/2 only: switch it on in the client, or let the client send no ALPN and start HTTP/2 at once.',
      zh: 'APNs 只支持 HTTP/2：请在客户端启用 HTTP/2，或者不发 ALPN、直接以 HTTP/2 开始通信。',
    },
  },
  tls_version: {
    message: { en: 'The client wants a version of TLS that is not served.', zh: '客户端要求的 TLS 版本这里不提供。' },
    fix: {
      en: 'Use TLS 1.2 or later, as the vendors demand.',
      zh: '请使用 TLS 1.2 或更高版本，各厂商也是这样要求的。',
    },
  },
  tls_no_shared_cipher: {
    message: { en: 'Client and server have no cipher in common.', zh: '客户端与服务端没有共同支持的加密套件。' },
    fix: {
      en: 'Allow the usual TLS 1.2 or 1.3 ciphers with RSA certificates in the client.',
      zh: '请在客户端放开 TLS 1.2 或 1.3 的常用套件（RSA 证书）。',
    },
  },
  tls_handshake_failed: {
    message: { en: 'The TLS handshake failed.', zh: 'TLS 握手失败。' },
    fix: {
      en: 'See what was received. If the client speaks no TLS, use the plain port.',
      zh: '具体原因见收到的内容。客户端如果不支持 TLS，请改用明文端口。',
    },
  },
  handshake_timeout: {
    message: {
      en: 'The connection was opened, but nothing usable came in time.',
      zh: '连接建立后，规定时间内没有收到有效内容。',
    },
    fix: {
      en: 'Send the TLS handshake or the request at once after connecting.',
      zh: '建立连接后请立即发出 TLS 握手或请求。',
    },
  },
  request_timeout: {
    message: { en: 'The request did not arrive completely in time.', zh: '请求没有在规定时间内发送完整。' },
    fix: {
      en: 'Send as many bytes as Content-Length says, and end the body (END_STREAM on HTTP/2).',
      zh: '正文字节数要与 Content-Length 一致，并且要正常结束正文（HTTP/2 为 END_STREAM）。',
    },
  },
  headers_too_large: {
    message: { en: 'The headers of the request are too large.', zh: '请求头过大。' },
    fix: { en: 'Send fewer or shorter headers.', zh: '请减少请求头的数量或长度。' },
  },
  malformed_http: {
    message: { en: 'The request breaks the rules of HTTP.', zh: '请求不符合 HTTP 规范。' },
    fix: {
      en: 'See what was received; the client or a proxy before it builds it wrongly.',
      zh: '请对照收到的内容检查：问题出在客户端，或它前面的代理。',
    },
  },
  expectation_refused: {
    message: {
      en: 'The Expect header asks for something that is not offered.',
      zh: 'Expect 请求头要求了这里不支持的功能。',
    },
    fix: { en: 'Send no Expect header, or `100-continue`.', zh: '请去掉 Expect 请求头，或改为 `100-continue`。' },
  },
  http2_protocol_error: {
    message: {
      en: 'The connection broke the rules of HTTP/2 and was closed.',
      zh: '连接违反了 HTTP/2 规范，已被关闭。',
    },
    fix: {
      en: 'A client that begins with HTTP/1.1 after it agreed on h2, or sends frames out of order, has to be repaired.',
      zh: '常见于协商 h2 之后却发送 HTTP/1.1，或帧的次序有误；需要修改客户端。',
    },
  },
  http2_requests_reset: {
    message: { en: 'HTTP/2 reset requests before they could be read.', zh: '请求还没有读到，就已在 HTTP/2 层被重置。' },
    fix: {
      en: 'Usual causes: more parallel requests than SETTINGS allow, headers over the announced size, a doubled :path, host or content-length, upper-case header names, no :authority and no host.',
      zh: '常见原因：并发请求数超出 SETTINGS，请求头超出声明的大小，:path、host 或 content-length 重复，请求头名含大写字母，既没有 :authority 也没有 host。',
    },
  },
  http2_required: {
    message: {
      en: 'This vendor speaks HTTP/2 only; the request came over HTTP/1.1.',
      zh: '该厂商只支持 HTTP/2，而这个请求走的是 HTTP/1.1。',
    },
    fix: {
      en: 'Use an HTTP/2 client (curl: --http2, or --http2-prior-knowledge on the plain port).',
      zh: '请使用支持 HTTP/2 的客户端（curl 用 --http2，明文端口用 --http2-prior-knowledge）。',
    },
  },
  request_aborted: {
    message: { en: 'The client gave up before its request was complete.', zh: '请求还没发完，客户端就放弃了。' },
    fix: {
      en: 'Look for a time-out in the client, or an exception while it writes the body.',
      zh: '请检查客户端是否超时，或在写正文时抛出了异常。',
    },
  },
  connection_over_budget: {
    message: {
      en: 'The unfinished bodies on one connection became too large together.',
      zh: '同一连接上未发完的正文合计过大。',
    },
    fix: { en: 'Finish requests before starting more of them.', zh: '请先发完已有的请求，再开始新的请求。' },
  },
  too_many_connections: {
    message: { en: 'Too many connections are open.', zh: '打开的连接过多。' },
    fix: {
      en: 'Reuse connections: one HTTP/2 connection carries thousands of pushes.',
      zh: '请复用连接：一条 HTTP/2 连接就能承载数千条推送。',
    },
  },
  proxy_target_refused: {
    message: {
      en: 'Only the names of push vendors are reachable through this proxy; nothing is forwarded elsewhere.',
      zh: '这个代理只能访问推送厂商的域名，不会转发到其他地方。',
    },
    fix: {
      en: 'Exclude other hosts with NO_PROXY, or set the proxy for the push client only.',
      zh: '请用 NO_PROXY 排除其他主机，或只为推送客户端设置代理。',
    },
  },
  unknown_host: {
    message: {
      en: 'The host name of the request belongs to no vendor that is served here.',
      zh: '请求的主机名不属于这里提供的任何厂商。',
    },
    fix: {
      en: 'Use a vendor host name, or an address of this machine (localhost, 127.0.0.1); then the path decides.',
      zh: '请使用厂商的域名，或本机地址（localhost、127.0.0.1）；使用本机地址时由路径决定厂商。',
    },
  },
  unknown_path: {
    message: {
      en: 'The request names no vendor, and its path belongs to none.',
      zh: '请求没有指明厂商，路径也不属于任何厂商。',
    },
    fix: {
      en: 'Use the path of the vendor, for example /3/device/<token> for APNs or /v3/message/regid for Xiaomi.',
      zh: '请使用厂商的路径，例如 APNs 的 /3/device/<token>、小米的 /v3/message/regid。',
    },
  },
  internal_error: {
    message: { en: 'Pushpit failed while it answered.', zh: 'Pushpit 在应答时出错。' },
    fix: {
      en: 'Please report this with the request; other requests are not affected.',
      zh: '请附上这个请求反馈给我们；其他请求不受影响。',
    },
  },
};

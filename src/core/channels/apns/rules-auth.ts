import type { Rule } from '../../trace/types.ts';
import { check, from } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

/** Connection, client certificate and provider token. */
export const authRules: readonly Rule[] = [
  check(
    'http2-only',
    from('measured', S.sending, S.uniqush),
    [
      'APNs speaks HTTP/2 only. The request came over {received}, so the connection is dropped without a status.',
      'APNs 只支持 HTTP/2。该请求使用 {received}，连接被直接断开，不返回状态码。',
    ],
    [
      'Use a client that offers h2 in ALPN or starts HTTP/2 directly.',
      '改用通过 ALPN 协商 h2 或直接以 HTTP/2 通信的客户端。',
    ],
    ['The connection speaks HTTP/2.', '连接使用 HTTP/2。'],
  ),
  check(
    'bad-certificate',
    from('stated', S.certificateAuth, S.responses),
    [
      'The client certificate {name} is valid from {from} to {until}, which does not include now. APNs closes the connection.',
      '客户端证书 {name} 的有效期为 {from} 至 {until}，当前时间不在其中。APNs 关闭连接。',
    ],
    ['Use a certificate that is valid today.', '换用当前有效的证书。'],
    ['The client certificate is within its dates and names a topic.', '客户端证书在有效期内，并包含推送主题。'],
  ),
  check(
    'bad-certificate-revoked',
    from('stated', S.responses),
    [
      'The client certificate {name} is marked as revoked. APNs closes the connection.',
      '客户端证书 {name} 已被标记为吊销。APNs 关闭连接。',
    ],
    ['Create a new certificate, or take the mark away in Pushpit.', '重新生成证书，或在 Pushpit 中取消吊销标记。'],
  ),
  check(
    'bad-certificate-topic',
    from('unconfirmed', S.certificateAuth, S.responses),
    [
      'The client certificate {name} has neither a UID in its subject nor a list of topics, so it is no push certificate.',
      '客户端证书 {name} 的主题中没有 UID，也没有主题列表扩展，不是推送证书。',
    ],
    ['Use a certificate made for Apple push services.', '使用为 Apple 推送服务签发的证书。'],
  ),
  check(
    'bad-certificate-environment',
    from('measured', S.goaway, S.certificateAuth),
    [
      'The connection addresses {environment}, but the client certificate {name} is made for: {usable}. APNs answers with GOAWAY instead of a status.',
      '连接的目标是 {environment} 环境，而客户端证书 {name} 适用于：{usable}。APNs 以 GOAWAY 回应，不返回状态码。',
    ],
    [
      'Connect to the host of the certificate’s environment, or use a certificate for both.',
      '连接证书所属环境的主机，或使用同时支持两个环境的证书。',
    ],
    ['The client certificate fits the environment of the address.', '客户端证书与所连环境一致。'],
  ),
  check(
    'missing-provider-token',
    from('measured', S.responses, S.uniqush),
    [
      'The connection has no client certificate and the request has no authorization header.',
      '连接没有客户端证书，请求也没有 authorization 头。',
    ],
    ['Send authorization: bearer followed by a provider token.', '发送 authorization: bearer 加上 provider token。'],
    ['The request carries a provider token.', '请求带有 provider token。'],
  ),
  check(
    'missing-provider-token-scheme',
    from('inferred', S.tokenAuth, S.responses),
    [
      'The authorization header begins with “{received}” instead of bearer and a token, which counts as none.',
      'authorization 头以“{received}”开头，而不是 bearer 加 token，视为没有提供。',
    ],
    ['Send authorization: bearer followed by a provider token.', '发送 authorization: bearer 加上 provider token。'],
  ),
  check(
    'invalid-provider-token',
    from('stated', S.tokenAuth, S.responses),
    ['APNs does not accept the provider token.', 'APNs 不接受该 provider token。'],
    [
      'Check key id, team id, algorithm and the system clock of the sender.',
      '检查 Key ID、Team ID、签名算法以及发送端的系统时间。',
    ],
    [
      'The provider token is well formed and signed with a known key of its team.',
      'provider token 格式正确，由所属团队的已知密钥签名。',
    ],
  ),
  check(
    'invalid-provider-token-form',
    from('stated', S.tokenAuth, S.rfc7519),
    [
      'The provider token is no JWT that APNs can use; the fault is in this part: {part}.',
      'provider token 不是可用的 JWT，问题出在：{part}。',
    ],
    [
      'Three base64url parts: a header with alg and kid, claims with iss and a numeric iat in seconds, and the signature.',
      '应为三段 base64url：含 alg 与 kid 的头部，含 iss 与数字型 iat（秒）的声明，以及签名。',
    ],
  ),
  check(
    'invalid-provider-token-algorithm',
    from('stated', S.tokenAuth),
    [
      'The provider token says alg {received}; APNs takes ES256 only.',
      'provider token 的 alg 为 {received}，APNs 只接受 ES256。',
    ],
    ['Sign with ES256 and the .p8 key.', '使用 .p8 密钥以 ES256 签名。'],
  ),
  check(
    'invalid-provider-token-key',
    from('measured', S.tokenAuth, S.uniqush),
    ['No key with the id {keyId} is registered here.', '这里没有注册 Key ID 为 {keyId} 的密钥。'],
    [
      'Use a key that Pushpit made (pushpit creds), with its key id in kid.',
      '使用 Pushpit 生成的密钥（pushpit creds），并在 kid 中填写其 Key ID。',
    ],
  ),
  check(
    'invalid-provider-token-signature',
    from('measured', S.tokenAuth, S.uniqush),
    [
      'The signature does not match the key {keyId}. Both encodings, R‖S and DER, were tried.',
      '签名与密钥 {keyId} 不符，R‖S 与 DER 两种编码均已尝试。',
    ],
    ['Sign header and claims with the private key that belongs to kid.', '用与 kid 对应的私钥对头部和声明签名。'],
  ),
  check(
    'invalid-provider-token-team',
    from('stated', S.tokenAuth),
    [
      'The token names the team {teamId}, but key {keyId} belongs to the team {keyTeam}.',
      'token 中的团队为 {teamId}，而密钥 {keyId} 属于团队 {keyTeam}。',
    ],
    ['Put the team of the key into iss.', '在 iss 中填写该密钥所属的 Team ID。'],
  ),
  check(
    'invalid-provider-token-future',
    from('unconfirmed', S.tokenAuth),
    [
      'The token was issued {ahead} s in the future; more than {limit} s are not accepted.',
      'token 的签发时间比当前时间晚 {ahead} 秒，超过 {limit} 秒不予接受。',
    ],
    [
      'Correct the sender’s clock, or write iat in seconds rather than milliseconds.',
      '校正发送端时钟，或确认 iat 的单位是秒而非毫秒。',
    ],
  ),
  check(
    'invalid-provider-token-connection',
    from('measured', S.keyScopes, S.pushy),
    [
      'This connection was bound to the team {first} by its first push; the token is of the team {team}.',
      '该连接的首条推送已将其绑定到团队 {first}，而此 token 属于团队 {team}。',
    ],
    ['Open a connection of its own for each team.', '为每个团队单独建立连接。'],
  ),
  check(
    'bad-environment-key-in-token',
    from('measured', S.keyScopes, S.apnswift),
    [
      'Key {keyId} is made for: {usable}. The request addresses {environment}.',
      '密钥 {keyId} 适用于：{usable}，而请求的目标是 {environment} 环境。',
    ],
    ['Use a key of the addressed environment, or the other host.', '使用目标环境的密钥，或改连另一环境的主机。'],
    ['The key may be used in this environment.', '密钥可用于该环境。'],
  ),
  check(
    'unrelated-key-id-in-token',
    from('stated', S.responses, S.keyScopes),
    [
      'The connection’s first push used key {first}; key {keyId} is not related to it.',
      '该连接的首条推送使用密钥 {first}，密钥 {keyId} 与之无关联。',
    ],
    ['Open a new connection for a key of another kind.', '为不同类型的密钥建立新的连接。'],
    ['The key fits the one that the connection began with.', '密钥与连接最初使用的密钥相符。'],
  ),
  check(
    'expired-provider-token',
    from('stated', S.tokenAuth, S.responses),
    [
      'The provider token is {age} s old; APNs takes tokens up to {limit} s.',
      'provider token 已签发 {age} 秒，APNs 只接受 {limit} 秒以内的 token。',
    ],
    ['Sign a new token every 20 to 60 minutes.', '每 20 至 60 分钟重新签发一次 token。'],
    ['The provider token is less than an hour old.', 'provider token 签发不到一小时。'],
  ),
  check(
    'too-many-provider-token-updates',
    from('stated', S.tokenAuth, S.tokenUpdatesThread),
    [
      'This connection changed its provider token less than 20 minutes ago; the next change is possible in {left} min.',
      '该连接在 20 分钟内已更换过 provider token，{left} 分钟后才能再次更换。',
    ],
    [
      'Reuse one token for 20 to 60 minutes instead of signing one per push.',
      '同一 token 复用 20 至 60 分钟，不要每次推送都重新签发。',
    ],
    ['The provider token does not change too often on this connection.', '该连接更换 provider token 的频率正常。'],
  ),
  check(
    'too-many-provider-token-updates-blocked',
    from('unconfirmed', S.tokenUpdatesThread),
    [
      'After too many token changes this connection is closed to pushes for another {left} min (strict reading).',
      '由于 token 更换过于频繁，该连接还需 {left} 分钟才能继续推送（严格模式）。',
    ],
    ['Wait, or open a new connection.', '等待，或建立新的连接。'],
  ),
];

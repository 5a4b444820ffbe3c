type Env = Readonly<Record<string, string | undefined>>;

/** The first of these variables that says something. */
const firstOf = (env: Env, names: readonly string[]): string | undefined =>
  names.map((name) => env[name]).find((value) => value !== undefined && value !== '');

/**
 * The proxy that the environment names for a host, by the usual rules of `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
 * `NO_PROXY`; null = reach it directly. Proxies that are no `http://` ones count as none.
 */
export function upstreamOf(env: Env): (host: string, secure: boolean) => URL | null {
  const urlOf = (value: string | undefined): URL | null => {
    if (value === undefined) return null;
    const text = value.includes('://') ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : null;
    return url?.protocol === 'http:' ? url : null;
  };
  const all = ['all_proxy', 'ALL_PROXY'];
  const secureProxy = urlOf(firstOf(env, ['https_proxy', 'HTTPS_PROXY', ...all]));
  const plainProxy = urlOf(firstOf(env, ['http_proxy', 'HTTP_PROXY', ...all]));
  const exceptions = (firstOf(env, ['no_proxy', 'NO_PROXY']) ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .replace(/^\*?\./, '')
        .replace(/:\d+$/, ''),
    )
    .filter((part) => part !== '');
  return (host, secure) => {
    const name = host.toLowerCase();
    const local = name === 'localhost' || name === '::1' || /^127\./.test(name);
    const excepted = exceptions.some((part) => part === '*' || name === part || name.endsWith(`.${part}`));
    return local || excepted ? null : secure ? secureProxy : plainProxy;
  };
}

import { type Protocol, protocol } from 'electron';
import type { LocalText } from '../core/trace/types.ts';
import { contentSecurityPolicy } from './csp.ts';
import { appScheme, isAppUrl } from './scheme.ts';

export interface AppHost {
  /** Page and API, from the one program that all hosts share. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** While developing, everything but the API comes from Vite. */
  readonly devServer?: { readonly origin: string; readonly fetch: (address: string) => Promise<Response> };
}

/** Headers that every answer carries, whoever made it. */
export function withSafeHeaders(response: Response, devOrigin?: string): Response {
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', contentSecurityPolicy(devOrigin));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** In the form of the API's refusals. */
function refusal(status: number, code: string, text: LocalText): Response {
  return Response.json({ error: { code, message: text.en, messageZh: text.zh } }, { status });
}

/**
 * Answers one request of the page.
 * Requests to another host of our scheme are refused with 403; a failure of the program is a 500 with the reason, never a hang.
 */
export async function answer(request: Request, host: AppHost): Promise<Response> {
  const dev = host.devServer;
  if (!isAppUrl(request.url)) {
    const text = {
      en: `Only the page's own address is served, not ${request.url}.`,
      zh: `只提供页面自己的地址，不提供 ${request.url}。`,
    };
    return withSafeHeaders(refusal(403, 'foreign_host', text));
  }
  try {
    const { pathname, search } = new URL(request.url);
    const fromDev = dev && !pathname.startsWith('/api/');
    const response = fromDev ? await dev.fetch(`${dev.origin}${pathname}${search}`) : await host.fetch(request);
    return withSafeHeaders(response, dev?.origin);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return withSafeHeaders(refusal(500, 'internal', { en: message, zh: `Pushpit 出错：${message}` }));
  }
}

/** Connects our scheme to the program. Call when the app is ready. */
export function setupProtocol(host: AppHost, target: Pick<Protocol, 'handle'> = protocol): void {
  target.handle(appScheme, (request) => answer(request, host));
}

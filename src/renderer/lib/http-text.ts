import type { HttpRequestView, HttpResponseView } from '../../core/views.ts';

/** Method, path and host of a request line. */
export function requestLine(request: HttpRequestView): {
  readonly method: string;
  readonly host: string;
  readonly path: string;
} {
  if (!URL.canParse(request.url)) return { method: request.method, host: '', path: request.url };
  const { host, pathname, search } = new URL(request.url);
  return { method: request.method, host, path: pathname + search };
}

/** How a body can be shown: as indented JSON, as form fields, as plain text; null when there is none. */
export type BodyShape =
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'form'; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: 'text'; readonly text: string }
  | null;

export function bodyShape(view: HttpRequestView | HttpResponseView): BodyShape {
  if (view.raw === '') return null;
  const type = Object.entries(view.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (type.includes('x-www-form-urlencoded')) {
    return { kind: 'form', fields: [...new URLSearchParams(view.raw)] };
  }
  if (typeof view.body === 'object' && view.body !== null)
    return { kind: 'json', text: JSON.stringify(view.body, null, 2) };
  return { kind: 'text', text: view.raw };
}

/** A form field's value that holds JSON, indented; the value itself where it does not. */
export function prettyValue(value: string): string {
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

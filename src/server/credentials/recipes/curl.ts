import type { ChannelId } from '../../../core/channels/types.ts';
import type { LocalText } from '../../../core/trace/types.ts';
import { type Recipe, type RecipeFacts, type RecipeWay, recipesOf } from './types.ts';

/** What differs between the three ways in a shell script. */
export interface CurlWay {
  /** `curl` with the options that lead it here. */
  readonly curl: string;
  /** Address of a vendor's path. */
  url(host: string, path: string): string;
}

const CURL = 'curl --silent --show-error';

function curlWay(facts: RecipeFacts, way: RecipeWay): CurlWay {
  const trusting = `${CURL} --cacert ${facts.dir}/ca.pem`;
  const vendorUrl = (host: string, path: string): string => `https://${host}${path}`;
  switch (way) {
    case 'address':
      return { curl: CURL, url: (_host, path) => `${facts.plain.origin}${path}` };
    case 'names':
      return { curl: `${trusting} --connect-to ::${facts.tls.hostname}:${facts.tlsPort}`, url: vendorUrl };
    case 'proxy':
      return { curl: `${trusting} --proxy ${facts.plain.origin}`, url: vendorUrl };
  }
}

/** The same script for a POSIX shell in all three ways. */
export const curlRecipes = (
  facts: RecipeFacts,
  vendor: ChannelId,
  name: { readonly en: string; readonly zh: string },
  script: (way: CurlWay) => readonly string[],
  note?: LocalText,
): readonly Recipe[] =>
  (['address', 'names', 'proxy'] as const).flatMap((way) =>
    recipesOf(vendor, [
      { ...name, language: 'curl', way, code: script(curlWay(facts, way)), ...(note !== undefined && { note }) },
    ]),
  );

/** Takes one text member out of a JSON answer; escaped slashes become plain ones. */
export const pick = (member: string): string => `sed -n 's/.*"${member}" *: *"\\([^"]*\\)".*/\\1/p' | tr -d '\\\\'`;

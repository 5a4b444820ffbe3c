import type { ChannelId } from '../../../core/channels/types.ts';
import type { LocalText } from '../../../core/trace/types.ts';
import type { Secrets } from '../secrets.ts';

export interface Listeners {
  /** e.g. `https://127.0.0.1:8443` */
  readonly tls: string;
  /** e.g. `http://127.0.0.1:8180` */
  readonly plain: string;
}

/**
 * How a sender is redirected. `address`: its own option for another base address; `names`: vendor host names lead to
 * the TLS listener, whose CA it trusts; `proxy`: it goes through the plain listener as its HTTP proxy.
 */
export const RECIPE_WAYS = ['address', 'names', 'proxy'] as const;
export type RecipeWay = (typeof RECIPE_WAYS)[number];

export const RECIPE_LANGUAGES = ['shell', 'curl', 'node', 'java', 'go', 'python', 'php'] as const;
export type RecipeLanguage = (typeof RECIPE_LANGUAGES)[number];

/** How one sender is pointed at Pushpit; `code` is what to paste. */
export interface Recipe {
  /** The vendor that the sender is for; null = any. */
  readonly vendor: ChannelId | null;
  readonly way: RecipeWay;
  readonly language: RecipeLanguage;
  /** Name of the client, once in each way. */
  readonly client: string;
  /** The same for the page: most clients have a name that is the same everywhere. */
  readonly names: LocalText;
  readonly code: string;
  /** What is easily missed; null when there is nothing. */
  readonly note: LocalText | null;
}

/** A vendor that is served, with its host names. */
export interface ServedVendor {
  readonly id: ChannelId;
  readonly hosts: readonly string[];
}

/** What goes into the lines. */
export interface RecipeFacts {
  readonly secrets: Secrets;
  /** The directory that `writeCredentials` filled, as the user would type it. */
  readonly dir: string;
  readonly tls: URL;
  readonly plain: URL;
  /** Port of the TLS listener, as text. */
  readonly tlsPort: string;
  readonly vendors: readonly ServedVendor[];
  /** A registration to push to; a place to fill in when none is known. */
  target(vendor: ChannelId): string;
}

export type VendorRecipes = (facts: RecipeFacts) => readonly Recipe[];

/** The name of a client; without `zh` it is a proper one. */
export const clientNamed = (en: string, zh: string = en): Pick<Recipe, 'client' | 'names'> => ({
  client: en,
  names: { en, zh },
});

interface RecipeParts {
  readonly en: string;
  readonly zh?: string;
  readonly language: RecipeLanguage;
  readonly way: RecipeWay;
  readonly code: readonly string[];
  readonly note?: LocalText;
}

/** Makes the recipes of one vendor. */
export const recipesOf = (vendor: ChannelId | null, parts: readonly RecipeParts[]): readonly Recipe[] =>
  parts.map(({ en, zh, language, way, code, note }) => ({
    vendor,
    way,
    language,
    ...clientNamed(en, zh),
    code: code.join('\n'),
    note: note ?? null,
  }));

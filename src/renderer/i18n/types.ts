import type { en } from './en.ts';

/** The same keys, with a text of any language under each. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every sentence of the page, by key. English defines the keys, each language fills them all. */
export type Messages = Texts<typeof en>;

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly resources: { readonly translation: Messages };
  }
}

import { jsonLanguage } from '@codemirror/lang-json';

export type TokenKind = 'key' | 'string' | 'number' | 'word' | 'punctuation';
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

const KINDS: Readonly<Record<string, TokenKind>> = {
  PropertyName: 'key',
  String: 'string',
  Number: 'number',
  True: 'word',
  False: 'word',
  Null: 'word',
};

/** Coloured spans of a JSON text in order; gaps between them are punctuation and space. Never throws. */
export function jsonTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  jsonLanguage.parser.parse(text).iterate({
    enter: (node) => {
      const kind = KINDS[node.name];
      if (kind !== undefined) tokens.push({ from: node.from, to: node.to, kind });
    },
  });
  return tokens;
}

/** Where the first syntax error of a JSON text lies; null when the text has none. */
export function jsonErrorAt(text: string): number | null {
  let at: number | null = null;
  jsonLanguage.parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError && at === null) at = node.from;
      return at === null;
    },
  });
  return at;
}

/**
 * The span in `text` of what `path` leads to: a property with its value, or an array item. Where the path leads
 * nowhere, the nearest enclosing thing that exists.
 */
export function locateJson(text: string, path: readonly (string | number)[]): { readonly from: number; to: number } {
  const tree = jsonLanguage.parser.parse(text);
  let value = tree.topNode.firstChild;
  let span = { from: value?.from ?? 0, to: value?.from === undefined ? text.length : value.from + 1 };
  for (const step of path) {
    if (value === null) return span;
    if (typeof step === 'number') {
      let index = -1;
      let item = value.firstChild;
      while (item !== null) {
        if (isValue(item.name)) index += 1;
        if (index === step) break;
        item = item.nextSibling;
      }
      if (item === null) return span;
      value = item;
      span = { from: item.from, to: item.to };
    } else {
      let property = value.firstChild;
      while (property !== null) {
        const key = property.name === 'Property' ? property.firstChild : null;
        if (key !== null && keyText(text.slice(key.from, key.to)) === step) break;
        property = property.nextSibling;
      }
      if (property === null) return span;
      value = property.lastChild;
      span = { from: property.from, to: property.to };
    }
  }
  return span;
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);
const isValue = (name: string) => VALUES.has(name);

function keyText(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

/** 1-based line of an offset. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** What is wrong with a text that should be JSON: Google's words, with the place shown below them. */
export interface JsonFault {
  readonly message: string;
}

class Unreadable extends Error {}

const CONTEXT = 20;
const DEEPEST = 100;
const KEYWORDS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
/** A text in quotes; what is inside is left to `JSON.parse`. */
const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;

/** Reads JSON with members in the order of the text (objects become maps), which `JSON.parse` does not keep. */
class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    const value = this.value('Expected a value.', 0);
    this.space();
    if (this.at < this.text.length) this.fail('Parsing terminated before end of input.');
    return value;
  }

  private value(expected: string, depth: number): unknown {
    this.space();
    if (depth > DEEPEST) this.fail('Message too deep.');
    const char = this.text[this.at];
    if (char === undefined) this.end(expected);
    if (char === '{') return this.object(depth);
    if (char === '[') return this.array(depth);
    if (char === '"') return this.string();
    for (const [word, value] of KEYWORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    const number = this.match(NUMBER);
    if (number === null) this.fail('Unexpected token.');
    return Number(number);
  }

  private object(depth: number): Map<string, unknown> {
    const members = new Map<string, unknown>();
    this.at += 1;
    for (let first = true; ; first = false) {
      this.space();
      const char = this.text[this.at];
      if (char === undefined)
        this.end(first ? 'Expected an object key or }.' : 'Expected , or } after key:value pair.');
      if (char === '}' && first) break;
      if (!first && this.closes('}', 'Expected , or } after key:value pair.')) return members;
      this.space();
      if (this.text[this.at] === undefined) this.end('Expected an object key or }.');
      if (this.text[this.at] !== '"') this.fail('Expected an object key or }.');
      const name = this.string();
      this.space();
      if (this.text[this.at] === undefined) this.end('Expected : between key:value pair.');
      if (this.text[this.at] !== ':') this.fail('Expected : between key:value pair.');
      this.at += 1;
      members.set(name, this.value('Expected a value.', depth + 1));
    }
    this.at += 1;
    return members;
  }

  private array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    this.space();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return items;
    }
    for (;;) {
      items.push(this.value('Expected a value or ] within an array.', depth + 1));
      this.space();
      if (this.text[this.at] === undefined) this.end('Expected , or ] after array value.');
      if (this.closes(']', 'Expected , or ] after array value.')) return items;
    }
  }

  /** Steps over the closing sign (true) or a comma (false). */
  private closes(sign: string, expected: string): boolean {
    const char = this.text[this.at];
    if (char !== sign && char !== ',') this.fail(expected);
    this.at += 1;
    return char === sign;
  }

  private string(): string {
    const begin = this.at;
    const literal = this.match(STRING);
    if (literal === null) this.fail('Closing quote expected in string.');
    try {
      return JSON.parse(literal) as string;
    } catch {
      this.at = begin;
      return this.fail(literal.includes('\\') ? 'Invalid escape sequence.' : 'Invalid string.');
    }
  }

  private space(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at += found[0].length;
    return found[0];
  }

  /** The text ends too early: nothing is left to show. */
  private end(expected: string): never {
    throw new Unreadable(`Unexpected end of string. ${expected}\n\n^`);
  }

  private fail(what: string): never {
    const begin = Math.max(0, this.at - CONTEXT);
    const shown = this.text.slice(begin, this.at + CONTEXT);
    throw new Unreadable(`${what}\n${shown}\n${' '.repeat(this.at - begin)}^`);
  }
}

/**
 * Reads JSON text with objects as maps in the order of the text; a key given twice has the last value. Says what is
 * wrong as Google's front end does: the reason, up to 20 characters either side, and a mark below.
 */
export function readJsonText(text: string): { readonly value: unknown } | JsonFault {
  try {
    return { value: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Unreadable) return { message: error.message };
    throw error;
  }
}

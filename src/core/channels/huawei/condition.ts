import { CONDITION_TOPICS, TOPIC_LIMIT } from './definition.ts';

/** A topic name: 1 to 900 Chinese characters, letters, digits and `- _ . ~ %`. */
export const isTopic = (name: string): boolean =>
  name.length > 0 && name.length <= TOPIC_LIMIT && /^[\p{Script=Han}A-Za-z0-9\-_.~%]+$/u.test(name);

export type Condition = (topics: readonly string[]) => boolean;

const TOKEN = /\s*(?:'([^']*)'\s+in\s+topics\b|(&&|\|\||!|\(|\)))\s*/y;

interface Parts {
  readonly tokens: readonly string[];
  readonly topics: readonly string[];
}

/** Operators as they are, topics as `'name`. */
function split(text: string): Parts | null {
  const tokens: string[] = [];
  const topics: string[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return null;
    at = TOKEN.lastIndex;
    if (match[1] !== undefined) topics.push(match[1]);
    tokens.push(match[1] === undefined ? (match[2] ?? '') : `'${match[1]}`);
  }
  return { tokens, topics };
}

/** `||` binds least, then `&&`, then `!`. */
class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly string[];
  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  whole(): Condition | null {
    const condition = this.either();
    return condition !== null && this.at === this.tokens.length ? condition : null;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private either(): Condition | null {
    let left = this.both();
    while (left !== null && this.take('||')) {
      const [a, b]: [Condition, Condition | null] = [left, this.both()];
      left = b && ((topics) => a(topics) || b(topics));
    }
    return left;
  }

  private both(): Condition | null {
    let left = this.one();
    while (left !== null && this.take('&&')) {
      const [a, b]: [Condition, Condition | null] = [left, this.one()];
      left = b && ((topics) => a(topics) && b(topics));
    }
    return left;
  }

  private one(): Condition | null {
    this.depth += 1;
    const condition = this.depth > 100 ? null : this.factor();
    this.depth -= 1;
    return condition;
  }

  private factor(): Condition | null {
    if (this.take('!')) {
      const inner = this.one();
      return inner && ((topics) => !inner(topics));
    }
    if (this.take('(')) {
      const inner = this.either();
      return inner !== null && this.take(')') ? inner : null;
    }
    const token = this.tokens[this.at];
    if (token?.startsWith("'") !== true) return null;
    this.at += 1;
    const topic = token.slice(1);
    return (topics) => topics.includes(topic);
  }
}

/** Reads `'A' in topics && ('B' in topics || !('C' in topics))`; null when it does not parse or names over 5 topics. */
export function parseCondition(text: string): Condition | null {
  const parts = split(text);
  if (parts === null || parts.topics.length > CONDITION_TOPICS || !parts.topics.every(isTopic)) return null;
  return new Parser(parts.tokens).whole();
}

/** A condition over topics, ready to be asked. */
export interface Condition {
  /** Names in the order of the text, repeats included. */
  readonly topics: readonly string[];
  matches(subscribed: readonly string[]): boolean;
}

type Test = (subscribed: readonly string[]) => boolean;

const TOKENS = /\s*(?:(&&|\|\||!|\(|\))|'([a-zA-Z0-9\-_.~%]+)'\s+in\s+topics\b|(\S))/y;
const DEEPEST = 50;

interface Token {
  readonly sign: string;
  readonly topic: string | null;
}

/** Cuts a condition into signs and topic tests; null for anything else. */
function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < trimmed.length) {
    const match = TOKENS.exec(trimmed);
    if (match === null || match[3] !== undefined) return null;
    tokens.push({ sign: match[1] ?? '', topic: match[2] ?? null });
  }
  return tokens;
}

class Parser {
  readonly topics: string[] = [];
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Test | null {
    const test = this.sequence(0);
    return test !== null && this.at === this.tokens.length ? test : null;
  }

  /** `&&` and `||` bind alike and are worked through from left to right, as the guide says. */
  private sequence(depth: number): Test | null {
    let left = this.primary(depth);
    while (left !== null && (this.sign() === '&&' || this.sign() === '||')) {
      const both = this.sign() === '&&';
      this.at += 1;
      const before: Test = left;
      const right = this.primary(depth);
      if (right === null) return null;
      left = both ? (topics) => before(topics) && right(topics) : (topics) => before(topics) || right(topics);
    }
    return left;
  }

  private primary(depth: number): Test | null {
    const token = this.tokens[this.at];
    if (token === undefined || depth > DEEPEST) return null;
    this.at += 1;
    const { topic } = token;
    if (topic !== null) {
      this.topics.push(topic);
      return (topics) => topics.includes(topic);
    }
    if (token.sign === '!') {
      const test = this.primary(depth + 1);
      return test && ((topics) => !test(topics));
    }
    if (token.sign !== '(') return null;
    const inner = this.sequence(depth + 1);
    if (inner === null || this.sign() !== ')') return null;
    this.at += 1;
    return inner;
  }

  private sign(): string | undefined {
    return this.tokens[this.at]?.sign;
  }
}

/** Reads a condition such as `'a' in topics && !('b' in topics)`; null when its syntax is broken. */
export function parseCondition(text: string): Condition | null {
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0) return null;
  const parser = new Parser(tokens);
  const matches = parser.whole();
  return matches && { topics: parser.topics, matches };
}

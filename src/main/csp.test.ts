import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './csp.ts';

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('contentSecurityPolicy', () => {
  it('allows nothing but our own scripts and addresses in a built program', () => {
    const policy = contentSecurityPolicy();
    expect(directive(policy, 'default-src')).toBe("'none'");
    expect(directive(policy, 'script-src')).toBe("'self'");
    expect(directive(policy, 'connect-src')).toBe("'self'");
    expect(policy).not.toContain('unsafe-eval');
    // Pictures that a payload names are loaded when the user asks, and from nowhere else comes anything.
    expect(directive(policy, 'img-src')).toBe("'self' data: http: https:");
    expect(policy.replace(/img-src [^;]*/, '')).not.toMatch(/https?:|\*/);
  });

  it('opens exactly what Vite needs while developing', () => {
    const policy = contentSecurityPolicy('http://localhost:5173');
    expect(directive(policy, 'connect-src')).toBe("'self' http://localhost:5173 ws://localhost:5173");
    expect(directive(policy, 'script-src')).toBe("'self' 'unsafe-inline'");
    expect(directive(policy, 'default-src')).toBe("'none'");
    expect(policy).not.toContain('unsafe-eval');
  });
});

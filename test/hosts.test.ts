import { describe, expect, it } from 'vitest';
import { serveSpec } from '../src/cli/specs/serve.ts';
import { desktopOptions } from '../src/main/desktop-options.ts';
import { appOrigin } from '../src/main/scheme.ts';
import { DESKTOP_ORIGIN } from '../src/server/ui/guard.ts';

describe('the two hosts agree', () => {
  const fallback = (name: string) => serveSpec.options.find((option) => option.name === name)?.fallback;

  it('on addresses and ports when nothing is said', () => {
    const { host, tlsPort, plainPort } = desktopOptions([], {}, '/data');
    expect({ host, tlsPort: String(tlsPort), plainPort: String(plainPort) }).toEqual({
      host: fallback('host'),
      tlsPort: fallback('tls-port'),
      plainPort: fallback('plain-port'),
    });
  });

  it("on the page's origin in a window, which the guard of the API lets in", () => {
    expect(appOrigin).toBe(DESKTOP_ORIGIN);
  });
});

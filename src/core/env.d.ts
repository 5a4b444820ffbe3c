// The few web-standard globals that core relies on. Every host (Node, Electron, a browser) has them;
// declaring just these keeps the rest of Node and the DOM out of core's reach.

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  decode(input?: Uint8Array): string;
}
declare const TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };

interface URL {
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
}
declare const URL: { new (url: string, base?: string): URL; canParse(url: string): boolean };

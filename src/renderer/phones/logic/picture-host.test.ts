import { describe, expect, it } from 'vitest';
import { hostOf } from './picture-host.ts';

describe('host of a picture', () => {
  it.each([
    ['https://cdn.example.com/a.png', 'cdn.example.com'],
    ['http://10.0.0.7:8080/a.png?x=1', '10.0.0.7:8080'],
    ['https://user:secret@cdn.example.com/a.png', 'cdn.example.com'],
    ['javascript:alert(1)', null],
    ['data:image/png;base64,AA', null],
    ['file:///etc/passwd', null],
    ['/relative.png', null],
    ['', null],
  ])('%s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});

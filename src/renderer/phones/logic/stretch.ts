/**
 * An SVG path with every x multiplied by `factor`. For paths of absolute commands whose numbers are x and y in turn
 * (M, L, C, S, Q, T), x alone (H) or y alone (V).
 */
export function stretch(path: string, factor: number): string {
  if (factor === 1) return path;
  return path.replace(/([A-Z])([^A-Z]*)/g, (_, command: string, rest: string) => {
    let index = 0;
    const scaled = rest.replace(/-?\d*\.?\d+/g, (digits) => {
      const isX = command === 'H' || (command !== 'V' && index % 2 === 0);
      index += 1;
      return isX ? String(Math.round(Number(digits) * factor * 100) / 100) : digits;
    });
    return command + scaled;
  });
}

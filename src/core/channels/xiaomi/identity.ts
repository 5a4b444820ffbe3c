/** `String.hashCode()` of Java over the UTF-16 units: int32. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/**
 * Android id under which Xiaomi's system service posts a notification: `hash(package) / 10 * 10 + notify_id` in
 * int32 arithmetic, division toward zero. Source: MIUI's push service, decompiled.
 */
export function androidId(packageName: string, notifyId: number): number {
  return (Math.trunc(javaHash(packageName) / 10) * 10 + notifyId) | 0;
}

/** Same key = same place in the shade. */
export const replaceKeyOf = (packageName: string, notifyId: number): string =>
  `${packageName}#${androidId(packageName, notifyId)}`;

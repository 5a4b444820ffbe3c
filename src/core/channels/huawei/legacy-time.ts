const EXPIRE = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?$/;
const CHINA = '+08:00';

/** ms of `YYYY-MM-DDTHH:mm[:ss][offset]`; without an offset it is China time. null when it is no such time. */
export function expireTime(text: string): number | null {
  const match = EXPIRE.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '00', zone = CHINA] = match;
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number.isNaN(ms) || Number(day) > days ? null : ms;
}

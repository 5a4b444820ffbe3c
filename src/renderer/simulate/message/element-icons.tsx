import { AudioLines, Braces, Film, Image, type LucideIcon, MapPin, Paperclip, Smile, Type } from 'lucide-react';
import type { ElementType } from '../../message/schema.ts';

const ICONS: Readonly<Record<ElementType, LucideIcon>> = {
  text: Type,
  voice: AudioLines,
  image: Image,
  file: Paperclip,
  face: Smile,
  location: MapPin,
  video: Film,
  custom: Braces,
};

export function ElementIcon({ type }: { readonly type: ElementType }) {
  const Icon = ICONS[type];
  return <Icon size={13} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />;
}

import type { Handler } from './call.ts';
import { refuse } from './refusal.ts';

/** Geo-fence sends, which Xiaomi no longer offers to the public. */
export const geoSend: Handler = () => ({
  refusal: refuse('xiaomi-geo-withdrawn', 10036, 'geo-fence messages are not available', {}),
});

/** Pictures need a server that keeps them; answering an address without one would be a lie. */
export const mediaUpload: Handler = () => ({
  refusal: refuse('xiaomi-media-upload', 10036, 'media upload is not emulated', {}),
});

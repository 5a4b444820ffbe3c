import { CHANNEL_IDS, type ChannelId } from '../../core/channels/types.ts';
import { registeredVendors } from './hosts.ts';
import { apnsRecipes } from './recipes/apns.ts';
import { fcmRecipes } from './recipes/fcm.ts';
import { generalRecipes } from './recipes/general.ts';
import { huaweiRecipes } from './recipes/huawei.ts';
import { meizuRecipes } from './recipes/meizu.ts';
import { oppoRecipes } from './recipes/oppo.ts';
import {
  type Listeners,
  RECIPE_WAYS,
  type Recipe,
  type RecipeFacts,
  type ServedVendor,
  type VendorRecipes,
} from './recipes/types.ts';
import { vivoRecipes } from './recipes/vivo.ts';
import { xiaomiRecipes } from './recipes/xiaomi.ts';
import type { Secrets } from './secrets.ts';

/** How one sender is pointed at Pushpit; `code` is what to paste. */
export type Usage = Recipe;
export type { Listeners };

const RECIPES: Readonly<Record<ChannelId, VendorRecipes>> = {
  apns: apnsRecipes,
  xiaomi: xiaomiRecipes,
  huawei: huaweiRecipes,
  fcm: fcmRecipes,
  meizu: meizuRecipes,
  oppo: oppoRecipes,
  vivo: vivoRecipes,
};

/** Where the user has to fill in a registration, in the vendor's own word. */
const PLACES: Readonly<Record<ChannelId, string>> = {
  apns: '<device token>',
  xiaomi: '<regid>',
  huawei: '<push token>',
  fcm: '<registration token>',
  meizu: '<pushId>',
  oppo: '<registration id>',
  vivo: '<regId>',
};

export interface UsageOptions {
  /** Vendors that are served; those of the registry when absent. */
  readonly vendors?: readonly ServedVendor[];
  /** Registrations to put into the lines. */
  readonly targets?: Partial<Readonly<Record<ChannelId, string>>>;
}

/**
 * Ready-made lines for the common senders: first those for any vendor, then vendor by vendor, in each by way. `dir` is
 * the directory that `writeCredentials` filled, as the user would type it.
 */
export function usageFor(
  secrets: Secrets,
  dir: string,
  listeners: Listeners,
  { vendors = registeredVendors(), targets = {} }: UsageOptions = {},
): readonly Usage[] {
  const tls = new URL(listeners.tls);
  const facts: RecipeFacts = {
    secrets,
    dir,
    tls,
    plain: new URL(listeners.plain),
    tlsPort: tls.port || '443',
    vendors,
    target: (vendor) => targets[vendor] ?? PLACES[vendor],
  };
  const served = CHANNEL_IDS.filter((id) => vendors.some((vendor) => vendor.id === id));
  return [generalRecipes(facts), ...served.map((id) => RECIPES[id](facts))].flatMap((recipes) =>
    RECIPE_WAYS.flatMap((way) => recipes.filter((recipe) => recipe.way === way)),
  );
}

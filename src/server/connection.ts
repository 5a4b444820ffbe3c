import type { Channel } from '../core/channels/types.ts';
import { CHANNEL_IDS, type ChannelId } from '../core/channels/types.ts';
import type { ConnectionFile, ConnectionView, ListenerUrls } from './api/views.ts';
import type { Installation } from './credentials/installation.ts';
import { type Recipe, recipesOf } from './credentials/recipes/types.ts';
import type { Secrets } from './credentials/secrets.ts';
import { usageFor } from './credentials/usage.ts';
import { type CredentialFile, credentialFiles, fieldsOf } from './credentials/view.ts';

/** Where the lines expect the files that `pushpit creds --out` writes. */
const CREDS_DIR = './pushpit-creds';

export interface ConnectionSource {
  readonly installation: Installation;
  readonly channels: readonly Channel[];
  readonly listeners: ListenerUrls;
  /** A registration of each vendor that a line may push to. */
  targets(): Partial<Readonly<Record<ChannelId, string>>>;
}

/** How to point a backend here: listeners, ids, files, and lines to copy. Secrets are places to fill in unless asked for. */
export function describeConnection(
  { installation, channels, listeners, targets }: ConnectionSource,
  options: { readonly secrets: boolean },
): ConnectionView {
  const secrets = options.secrets ? installation.secrets : withoutSecrets(installation.secrets);
  const vendors = channels.map(({ definition: { id, hosts } }) => ({ id, hosts }));
  const recipes = [
    filesLine(installation.dataDir),
    ...usageFor(secrets, CREDS_DIR, listeners, { vendors, targets: targets() }),
  ];
  const files = filesOf(installation, listeners);
  return {
    listeners,
    dataDir: installation.dataDir,
    ca: installation.ca.file,
    channels: channels.map(({ definition: { id, name, hosts } }) => {
      const fields = fieldsOf(id, secrets).map((one) => ({
        ...one,
        value: one.secret && !options.secrets ? null : one.value,
      }));
      return {
        channel: id,
        name,
        hosts,
        url: listeners.tls,
        plainUrl: listeners.plain,
        credentials: Object.fromEntries(
          fields.flatMap((one): [string, string][] => (one.value === null ? [] : [[one.name, one.value]])),
        ),
        fields,
        files: files.filter(({ vendor }) => vendor === id).map(fileView),
      };
    }),
    files: files.filter(({ vendor }) => vendor === null).map(fileView),
    lines: briefly(recipes),
    recipes,
  };
}

/** One of the files that `connection` names, with its content. */
export const connectionFile = (
  { installation, listeners, channels }: ConnectionSource,
  name: string,
): CredentialFile | undefined =>
  filesOf(installation, listeners).find(
    (file) => file.name === name && (file.vendor === null || channels.some((one) => one.definition.id === file.vendor)),
  );

/** The curl line for a vendor, with places for the secrets; null when there is none for that way. */
export function curlRecipe(
  { installation, channels, listeners, targets }: ConnectionSource,
  vendor: ChannelId,
  way: Recipe['way'],
): string | null {
  const vendors = channels.map(({ definition: { id, hosts } }) => ({ id, hosts }));
  const secrets = withoutSecrets(installation.secrets);
  const recipes = usageFor(secrets, CREDS_DIR, listeners, { vendors, targets: targets() });
  return recipes.find((one) => one.vendor === vendor && one.way === way && one.language === 'curl')?.code ?? null;
}

const filesOf = (installation: Installation, listeners: ListenerUrls): readonly CredentialFile[] =>
  credentialFiles(installation, listeners.plain);

const fileView = ({ name, label, secret, path }: CredentialFile): ConnectionFile => ({ name, label, secret, path });

function filesLine(dataDir: string): Recipe {
  const [line] = recipesOf(null, [
    {
      en: 'files for the lines below',
      zh: '下面各行用到的文件',
      language: 'shell',
      way: 'address',
      code: [`pushpit creds --data-dir '${dataDir.replaceAll("'", "'\\''")}' --out ${CREDS_DIR}`],
    },
  ]);
  if (line === undefined) throw new Error('one recipe was asked for');
  return line;
}

/** A short list for where there is little room: what is for everybody, and the first two lines of each vendor. */
function briefly(recipes: readonly Recipe[]): readonly Recipe[] {
  const general = recipes.filter((one) => one.vendor === null && one.language === 'shell' && one.way !== 'names');
  return [
    ...general,
    ...CHANNEL_IDS.flatMap((id) => recipes.filter((one) => one.vendor === id && one.way === 'address').slice(0, 2)),
  ];
}

const withoutSecrets = ({ apns, xiaomi, huawei, fcm, meizu, oppo, vivo }: Secrets): Secrets => ({
  apns: { ...apns, p12Password: '<p12 password>' },
  xiaomi: { ...xiaomi, appKey: '<AppKey>', appSecret: '<AppSecret>' },
  huawei: { ...huawei, appSecret: '<AppSecret>' },
  fcm: { ...fcm, serverKey: '<server key>' },
  meizu: { ...meizu, appKey: '<AppKey>', appSecret: '<AppSecret>' },
  oppo: { ...oppo, appKey: '<AppKey>', masterSecret: '<MasterSecret>' },
  vivo: { ...vivo, appKey: '<AppKey>', appSecret: '<AppSecret>' },
});

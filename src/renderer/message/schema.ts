// The form of `POST /messages` as the editor checks it. Only names and types: what a value means, and whether it
// is allowed, is the API's business.

export type FieldKind = 'string' | 'text' | 'number' | 'boolean' | 'notifyMode' | 'kind' | 'object' | 'array';

export interface FieldSchema {
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly members?: Members;
}
export type Members = Readonly<Record<string, FieldSchema>>;

const text = { kind: 'text', nullable: true } as const;
const string = { kind: 'string' } as const;
const number = { kind: 'number' } as const;
const boolean = { kind: 'boolean' } as const;

/** Members of each element type besides `type`. */
export const ELEMENT_MEMBERS = {
  text: { text: { kind: 'string', required: true } },
  voice: { seconds: number },
  image: {},
  file: { fileName: string },
  face: { index: number, data: string },
  location: { desc: string, latitude: number, longitude: number },
  video: { seconds: number },
  custom: { data: string, desc: string, ext: string, sound: string },
} as const satisfies Readonly<Record<string, Members>>;

export type ElementType = keyof typeof ELEMENT_MEMBERS;
export const ELEMENT_TYPES = Object.keys(ELEMENT_MEMBERS) as readonly ElementType[];

export const TARGET_MEMBERS: Members = { c2c: string, group: string };

export const MESSAGE_MEMBERS: Members = {
  from: { kind: 'string', required: true },
  to: { kind: 'object', required: true },
  kind: { kind: 'kind' },
  elements: { kind: 'array', required: true },
  offlinePush: {
    kind: 'object',
    nullable: true,
    members: {
      enabled: boolean,
      title: text,
      descr: text,
      ext: text,
      android: {
        kind: 'object',
        nullable: true,
        members: { title: text, desc: text, sound: text, notifyMode: { kind: 'notifyMode' } },
      },
      ios: {
        kind: 'object',
        nullable: true,
        members: { title: text, desc: text, sound: text, badgeEnabled: boolean },
      },
    },
  },
};

import type { ReactNode } from 'react';

/** Icons of a phone that is nobody's in particular: decoration around the app under test. */
export interface NeutralIcon {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly from: string;
  readonly to: string;
  readonly glyph: ReactNode;
}

const stroke = {
  fill: 'none',
  stroke: '#fff',
  strokeWidth: 3,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const GRID_ICONS: readonly NeutralIcon[] = [
  {
    id: 'weather',
    name: { en: 'Weather', zh: '天气' },
    from: '#7cc0f2',
    to: '#4a8fdb',
    glyph: (
      <>
        <circle cx="36" cy="24" r="8" fill="#ffe08a" />
        <path d="M18 42a7 7 0 0 1 1-14 10 10 0 0 1 18.5 3A6 6 0 0 1 38 42Z" fill="#fff" />
      </>
    ),
  },
  {
    id: 'photos',
    name: { en: 'Photos', zh: '照片' },
    from: '#f3efe6',
    to: '#d9d2c2',
    glyph: (
      <>
        <circle cx="40" cy="21" r="4.5" fill="#e3a857" />
        <path d="M12 44 25 25l9 12 5-6 9 13Z" fill="#7f9a86" />
      </>
    ),
  },
  {
    id: 'camera',
    name: { en: 'Camera', zh: '相机' },
    from: '#5b616b',
    to: '#3a3f47',
    glyph: (
      <g {...stroke}>
        <rect x="14" y="20" width="32" height="24" rx="5" />
        <circle cx="30" cy="32" r="6.5" />
        <path d="M24 20l2-4h8l2 4" />
      </g>
    ),
  },
  {
    id: 'calendar',
    name: { en: 'Calendar', zh: '日历' },
    from: '#ffffff',
    to: '#eceae6',
    glyph: (
      <>
        <rect x="15" y="16" width="30" height="28" rx="4" fill="none" stroke="#7b8088" strokeWidth="2.5" />
        <path d="M15 24h30M23 12.5v6M37 12.5v6" stroke="#7b8088" strokeWidth="2.5" strokeLinecap="round" />
        <g fill="#c2614e">
          <circle cx="24" cy="31" r="2.3" />
          <circle cx="32" cy="31" r="2.3" />
          <circle cx="24" cy="38" r="2.3" />
        </g>
      </>
    ),
  },
  {
    id: 'notes',
    name: { en: 'Notes', zh: '便签' },
    from: '#fbe7b1',
    to: '#f1cf7a',
    glyph: (
      <path d="M18 20h24M18 28h24M18 36h15" fill="none" stroke="#8a6a24" strokeWidth="2.8" strokeLinecap="round" />
    ),
  },
  {
    id: 'maps',
    name: { en: 'Maps', zh: '地图' },
    from: '#a9d6b0',
    to: '#6fb587',
    glyph: (
      <>
        <path d="M10 44 50 16" stroke="#fff" strokeWidth="5" opacity="0.55" />
        <path d="M30 44s-9-8.5-9-15.5a9 9 0 0 1 18 0C39 35.5 30 44 30 44Z" fill="#fff" />
        <circle cx="30" cy="28.5" r="3.4" fill="#5a9f73" />
      </>
    ),
  },
  {
    id: 'clock',
    name: { en: 'Clock', zh: '时钟' },
    from: '#34384a',
    to: '#1f2230',
    glyph: (
      <>
        <circle cx="30" cy="30" r="17" fill="#f5f4f1" />
        <path
          d="M30 20v10.5l7 4.5"
          fill="none"
          stroke="#2b2e3b"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  {
    id: 'files',
    name: { en: 'Files', zh: '文件' },
    from: '#86a6e6',
    to: '#5a7ccc',
    glyph: <path d="M13 20a3 3 0 0 1 3-3h9l4 4.5h15a3 3 0 0 1 3 3V41a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3Z" fill="#fff" />,
  },
  {
    id: 'health',
    name: { en: 'Health', zh: '健康' },
    from: '#f5a3ad',
    to: '#dd6a7c',
    glyph: <path d="M11 32h9l4-9 7 17 5-12 3 4h10" {...stroke} />,
  },
  {
    id: 'tune',
    name: { en: 'Settings', zh: '设置' },
    from: '#b3b8c0',
    to: '#858b95',
    glyph: (
      <g {...stroke}>
        <path d="M15 22h30M15 38h30" />
        <circle cx="37" cy="22" r="4" fill="#949aa4" />
        <circle cx="23" cy="38" r="4" fill="#949aa4" />
      </g>
    ),
  },
];

export const DOCK_ICONS: readonly NeutralIcon[] = [
  {
    id: 'calls',
    name: { en: 'Phone', zh: '电话' },
    from: '#7fd492',
    to: '#3fae63',
    glyph: (
      <path
        d="M20 15l5 8-4 4c2 5 6 9 12 12l4-4 8 5c1 .7 1 2 .5 3-2 3.5-5 4-8.5 3C25 43 17 35 14 23.5c-1-3.5 0-6.5 3-8.5 1-.7 2.3-.7 3 0Z"
        fill="#fff"
      />
    ),
  },
  {
    id: 'web',
    name: { en: 'Browser', zh: '浏览器' },
    from: '#8fb8e8',
    to: '#4b83c9',
    glyph: (
      <g {...stroke}>
        <circle cx="30" cy="30" r="15" />
        <path d="M15 30h30M30 15c-9 9-9 21 0 30M30 15c9 9 9 21 0 30" />
      </g>
    ),
  },
  {
    id: 'mail',
    name: { en: 'Mail', zh: '邮件' },
    from: '#9fa8ea',
    to: '#6a74cf',
    glyph: (
      <g {...stroke}>
        <rect x="13" y="19" width="34" height="23" rx="4" />
        <path d="m14 22 16 12 16-12" />
      </g>
    ),
  },
  {
    id: 'music',
    name: { en: 'Music', zh: '音乐' },
    from: '#e7a9d6',
    to: '#b76bb0',
    glyph: (
      <>
        <path d="M25 40V19l17-4v21" {...stroke} />
        <circle cx="21" cy="40" r="4.5" fill="#fff" />
        <circle cx="38" cy="36" r="4.5" fill="#fff" />
      </>
    ),
  },
];

/** One of them, without a name: nothing on it can be used. */
export function NeutralTile({ icon }: { readonly icon: NeutralIcon }) {
  return (
    <span
      className="ph-tile"
      style={{ background: `linear-gradient(160deg, ${icon.from}, ${icon.to})` }}
      aria-hidden="true"
    >
      <svg viewBox="0 0 60 60" aria-hidden="true">
        {icon.glyph}
      </svg>
    </span>
  );
}

/** Outlines on a 20 × 20 grid, drawn with the text's colour. */
const paths = {
  person:
    'M10 10a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3.75 16.5c.6-2.7 3-4.25 6.25-4.25s5.65 1.55 6.25 4.25',
  sliders: 'M3 5.5h7m4 0h3M3 10h3m4 0h7M3 14.5h8m4 0h2M12 3.75v3.5M8 8.25v3.5M13 12.75v3.5',
  chart: 'M3 3.5v13h14M7 13.5v-3m3.5 3v-7m3.5 7v-5',
  screen: 'M3.5 4h13v9h-13zM7 16.5h6M10 13v3.5',
  phone: 'M6.5 2.75h7v14.5h-7zM9.25 14.75h1.5',
  warning: 'M10 3.25 17.25 16H2.75L10 3.25ZM10 8v3.75M10 13.9v.1',
  mail: 'M3 5h14v10H3zM3.25 5.5 10 11l6.75-5.5',
  link: 'M8.25 11.75a3 3 0 0 0 4.25 0l2.75-2.75A3 3 0 0 0 11 4.75l-.75.75m1.5 2.75a3 3 0 0 0-4.25 0L4.75 11A3 3 0 0 0 9 15.25l.75-.75',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  chevron: 'm6 8 4 4 4-4',
  key: 'M12.5 11.5a4 4 0 1 0-3.6-2.25L3.5 14.6v2.15h2.65v-2h2v-2l1.3-1.3a4 4 0 0 0 3.05.05ZM13 7.2v.1',
} as const;

export type IconName = keyof typeof paths;

/** An icon beside words that say the same. */
/** `size` in pixels at the usual text size; it grows with the text. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

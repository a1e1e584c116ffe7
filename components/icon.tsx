interface Props {
  /** Path data on a grid of 20 by 20 pixels. */
  readonly path: string;
  readonly size?: number;
  /** Points along the line of writing, and turns round where that runs from right to left. */
  readonly turns?: boolean;
}

/** One grid and one stroke for every sign we draw. It stands beside words that say the same and is never read out. */
export const Icon = ({ path, size = 20, turns }: Props) => (
  <svg
    class={turns ? 'turns' : undefined} width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  >
    <path d={path} />
  </svg>
);

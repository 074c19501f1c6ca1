/** Two networks and the one person who joins them. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="12" cy="16" r="9.25" fill="none" stroke="var(--accent-text)" strokeWidth="2.25" />
      <circle
        cx="20"
        cy="16"
        r="9.25"
        fill="none"
        stroke="var(--mantine-color-clay-5)"
        strokeWidth="2.25"
      />
      <circle cx="16" cy="16" r="2.75" fill="var(--mantine-color-text)" />
    </svg>
  );
}

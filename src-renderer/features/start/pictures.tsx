/* Two small drawings for the two questions. Decoration: the words beside them say the same. */

const dots = [
  [22, 34],
  [16, 52],
  [34, 62],
  [34, 24],
] as const;

/** Two networks that share a few people: the right part is new. */
export function OverlapPicture() {
  return (
    <svg width="112" height="88" viewBox="0 0 112 88" aria-hidden="true">
      <circle cx="42" cy="44" r="34" fill="var(--surface-selected)" stroke="var(--accent-text)" />
      <circle
        cx="74"
        cy="44"
        r="26"
        fill="var(--mantine-color-clay-4)"
        fillOpacity="0.22"
        stroke="var(--mantine-color-clay-5)"
      />
      {dots.map(([x, y]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="3" fill="var(--accent-text)" />
      ))}
      <circle cx="60" cy="36" r="3" fill="var(--mantine-color-text)" />
      <circle cx="62" cy="53" r="3" fill="var(--mantine-color-text)" />
      <circle cx="84" cy="34" r="3" fill="var(--mantine-color-clay-5)" />
      <circle cx="90" cy="50" r="3" fill="var(--mantine-color-clay-5)" />
    </svg>
  );
}

/** A chain of introductions among the many that could be asked. */
export function ChainPicture() {
  return (
    <svg width="112" height="88" viewBox="0 0 112 88" aria-hidden="true">
      <g fill="none" stroke="var(--line-strong)" strokeWidth="1.5">
        <path d="M12 44 40 18M12 44l28 30M40 18l30-4M40 74l32 0M70 14l30 26M72 74l28-34" />
      </g>
      <path d="M12 44 44 46 72 40 100 40" fill="none" stroke="var(--accent-text)" strokeWidth="3" />
      <g fill="var(--mantine-color-body)" stroke="var(--mantine-color-dimmed)" strokeWidth="1.5">
        <circle cx="40" cy="18" r="6" />
        <circle cx="40" cy="74" r="6" />
        <circle cx="70" cy="14" r="6" />
        <circle cx="72" cy="74" r="6" />
      </g>
      <g fill="var(--accent-text)">
        <circle cx="44" cy="46" r="7" />
        <circle cx="72" cy="40" r="7" />
      </g>
      <circle cx="12" cy="44" r="8" fill="var(--mantine-color-text)" />
      <circle cx="100" cy="40" r="8" fill="var(--mantine-color-clay-5)" />
    </svg>
  );
}

/** Corners of a shape and where the first one stands; a circle has none. */
interface Shape {
  readonly corners: number;
  /** Radians, 0 to the right. */
  readonly turn: number;
}

const circle: Shape = { corners: 0, turn: 0 };
const up = -Math.PI / 2;

/** Shapes that tell groups apart without their colours; the first is the plainest. */
const shapes: readonly Shape[] = [
  circle,
  { corners: 4, turn: Math.PI / 4 },
  { corners: 3, turn: up },
  { corners: 4, turn: 0 },
  { corners: 3, turn: -up },
  { corners: 6, turn: 0 },
  { corners: 5, turn: up },
];

/** Adds a group's mark to a path; of about the same area for every group. */
export function traceMark(
  path: Pick<CanvasPath, 'arc' | 'moveTo' | 'lineTo' | 'closePath'>,
  group: number,
  x: number,
  y: number,
  radius: number,
): void {
  const { corners, turn } = shapes[Math.max(0, group) % shapes.length] ?? circle;
  if (corners === 0) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, Math.PI * 2);
    return;
  }
  const reach = radius * (corners === 3 ? 1.45 : 1.22);
  for (let corner = 0; corner < corners; corner++) {
    const angle = turn + (corner / corners) * Math.PI * 2;
    const [cornerX, cornerY] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    if (corner === 0) path.moveTo(cornerX, cornerY);
    else path.lineTo(cornerX, cornerY);
  }
  path.closePath();
}

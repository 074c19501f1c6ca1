import { traceMark } from './node-shapes.ts';
import { type Marks, markScale, type Painting } from './scene-data.ts';

/** Marks of one fill: longer paths make a software renderer slow. */
const marksAFill = 160;
/** Marks of a smaller radius, in pixels, are squares: nobody sees the difference, and they are quick. */
const squareBelow = 2;

/** All people in view, group by group; those in the background first and pale. */
export function paintPeople(painting: Painting): void {
  const { context, colours, data } = painting;
  const byGroup = inView(painting);
  for (const [key, places] of byGroup) {
    const isPale = key < 0;
    const group = isPale ? -1 : key - 1;
    context.globalAlpha = isPale ? 0.22 : 1;
    context.fillStyle = group < 0 ? colours.plain : (colours.groups[group] ?? colours.plain);
    fillMarks(painting, places, data.hasMarks ? group : 0);
  }
  context.globalAlpha = 1;
}

function fillMarks(painting: Painting, places: readonly number[], mark: number): void {
  const { context, data, positions, view } = painting;
  const scale = markScale(view.k);
  for (let first = 0; first < places.length; first += marksAFill) {
    const end = Math.min(places.length, first + marksAFill);
    context.beginPath();
    for (let at = first; at < end; at++) {
      const place = places[at] ?? 0;
      const x = (positions[place * 2] ?? 0) * view.k + view.x;
      const y = (positions[place * 2 + 1] ?? 0) * view.k + view.y;
      const radius = (data.radii[place] ?? 0) * scale;
      if (radius < squareBelow) context.rect(x - radius, y - radius, radius * 2, radius * 2);
      else traceMark(context, mark, x, y, radius);
    }
    context.fill();
  }
}

/** Places within the view by group + 1, those in the background under -1, in the order of painting. */
function inView({ data, positions, view }: Painting): [number, number[]][] {
  const byGroup = new Map<number, number[]>([[-1, []]]);
  const widest = 30;
  for (let place = 1; place < data.names.length; place++) {
    // in plain numbers: this runs for everybody with each frame
    const x = (positions[place * 2] ?? 0) * view.k + view.x;
    const y = (positions[place * 2 + 1] ?? 0) * view.k + view.y;
    if (x < -widest || y < -widest || x > view.width + widest || y > view.height + widest) continue;
    const key = data.isShown[place] === 0 ? -1 : (data.groupOf[place] ?? -1) + 1;
    const places = byGroup.get(key);
    if (places === undefined) byGroup.set(key, [place]);
    else places.push(place);
  }
  return [...byGroup].toSorted(([a], [b]) => a - b);
}

function screenOf(
  { data, positions, view }: Painting,
  place: number,
): [x: number, y: number, radius: number] {
  return [
    (positions[place * 2] ?? 0) * view.k + view.x,
    (positions[place * 2 + 1] ?? 0) * view.k + view.y,
    (data.radii[place] ?? 3) * markScale(view.k),
  ];
}

/** Me, the ties of whoever has the focus, a chain, and rings around who is looked at. */
export function paintMarks(painting: Painting, marks: Marks): void {
  const { context, colours, data } = painting;
  if (marks.focus !== null && marks.chain.length === 0) paintTiesOf(painting, marks.focus);
  if (marks.chain.length > 1) {
    context.beginPath();
    marks.chain.forEach((place, at) => {
      const [x, y] = screenOf(painting, place);
      if (at === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.lineWidth = 3.5;
    context.strokeStyle = colours.chain;
    context.stroke();
    for (const place of marks.chain) ring(painting, place, colours.chain, 2.5);
  }
  if (data.names.length > 0) paintMe(painting);
  for (const place of [marks.hover, marks.focus]) {
    if (place !== null) ring(painting, place, colours.text, 2);
  }
}

function paintTiesOf(painting: Painting, focus: number): void {
  const { context, colours, data } = painting;
  const [x, y] = screenOf(painting, focus);
  context.beginPath();
  data.from.forEach((a, at) => {
    const b = data.to[at] ?? 0;
    if (a !== focus && b !== focus) return;
    const [otherX, otherY] = screenOf(painting, a === focus ? b : a);
    context.moveTo(x, y);
    context.lineTo(otherX, otherY);
  });
  context.lineWidth = 1.25;
  context.globalAlpha = 0.55;
  context.strokeStyle = colours.me;
  context.stroke();
  context.globalAlpha = 1;
}

function paintMe(painting: Painting): void {
  const { context, colours } = painting;
  const [x, y, radius] = screenOf(painting, 0);
  context.beginPath();
  context.arc(x, y, radius + 2.5, 0, Math.PI * 2);
  context.fillStyle = colours.background;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = colours.me;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius * 0.38, 0, Math.PI * 2);
  context.fillStyle = colours.background;
  context.fill();
}

function ring(painting: Painting, place: number, colour: string, width: number): void {
  const { context } = painting;
  const [x, y, radius] = screenOf(painting, place);
  context.beginPath();
  context.arc(x, y, radius + 3, 0, Math.PI * 2);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

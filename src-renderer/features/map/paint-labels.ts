import { boxOf, fonts, type Label, labelBelow } from './place-labels.ts';
import type { Marks, Painting } from './scene-data.ts';

/** Width of words, for placing them. */
export function widthIn(context: CanvasRenderingContext2D) {
  return (text: string, kind: Label['kind']): number => {
    context.font = fonts[kind];
    return context.measureText(text).width;
  };
}

export function paintLabels({ context, colours, view }: Painting, labels: readonly Label[]): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  // a rim of the background keeps words readable over lines and marks
  context.lineWidth = 3.5;
  context.lineJoin = 'round';
  context.strokeStyle = colours.background;
  context.fillStyle = colours.text;
  for (const label of labels) {
    const { left, right, top, bottom } = boxOf(label, view);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    context.font = fonts[label.kind];
    context.strokeText(label.text, x, y);
    context.fillText(label.text, x, y);
  }
}

/** Whoever is pointed at, has the focus or stands on a chain is always named, over whatever is there. */
export function paintLifted(painting: Painting, labels: readonly Label[], marks: Marks): void {
  const { context, colours, view } = painting;
  const lifted = [...marks.chain, marks.focus, marks.hover].filter((place) => place !== null);
  const input = { ...painting, widthOf: widthIn(context) };
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const place of new Set(lifted)) {
    const label = labels.find((each) => each.place === place) ?? labelBelow(input, place);
    const { left, right, top, bottom } = boxOf(label, view);
    context.font = fonts.name.replace('500', '700');
    context.fillStyle = colours.background;
    context.beginPath();
    context.roundRect(left - 6, top - 2, right - left + 12, bottom - top + 4, 5);
    context.fill();
    context.fillStyle = colours.text;
    context.fillText(label.text, (left + right) / 2, (top + bottom) / 2);
  }
}

import type { MapColours } from './map-colours.ts';

/** What is painted, by places of people; the first one is me. */
export interface SceneData {
  readonly names: readonly string[];
  /** Radius in pixels at scale 1. */
  readonly radii: Float32Array;
  /** Number of the colour and mark, or -1. */
  readonly groupOf: Int8Array;
  /** False for groups: they need no marks beside their labels. */
  readonly hasMarks: boolean;
  /** 1 for people in full colour, 0 for those in the background. */
  readonly isShown: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Written over the middle of some people, largest first. */
  readonly captions: readonly { readonly label: string; readonly places: readonly number[] }[];
}

/** Where the network stands on the screen: `screen = world * k + (x, y)`, in CSS pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly width: number;
  readonly height: number;
}

/** What is lifted out of the rest. */
export interface Marks {
  readonly focus: number | null;
  readonly hover: number | null;
  /** Places of a chain from me, in order; empty for none. */
  readonly chain: readonly number[];
}

/** Everything that a painter needs. */
export interface Painting {
  readonly context: CanvasRenderingContext2D;
  readonly data: SceneData;
  readonly positions: Float32Array;
  readonly view: View;
  readonly colours: MapColours;
}

/** Marks grow slower than distances, so that a map from afar is not empty and a close one not crowded. */
export function markScale(k: number): number {
  return Math.min(2, Math.max(0.55, Math.sqrt(k)));
}

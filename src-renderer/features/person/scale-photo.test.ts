import { describe, expect, it } from 'vitest';
import { squareOf } from './scale-photo.ts';

describe('the square cut out of a picture', () => {
  it('is the whole of a square one', () => {
    expect(squareOf(300, 300)).toEqual({ x: 0, y: 0, side: 300 });
  });

  it('is the middle of a wide one', () => {
    expect(squareOf(800, 600)).toEqual({ x: 100, y: 0, side: 600 });
  });

  it('lies above the middle of an upright one, and within it', () => {
    const square = squareOf(600, 1000);
    expect(square).toEqual({ x: 0, y: 120, side: 600 });
  });
});

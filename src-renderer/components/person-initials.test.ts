import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from './person-initials.ts';

describe('the initials of a person', () => {
  it.each([
    ['Jane Doe', 'JD'],
    ['Ana Maria de Souza', 'AS'],
    ['Müller, Jörg', 'MJ'],
    ['Αλέξης Ζορμπάς', 'ΑΖ'],
    ['דוד לוי', 'דל'],
    ['zoë', 'Z'],
    ['Tom (work) Brown', 'TB'],
    ['E\u0301milie Roy', 'E\u0301R'],
    ['', '?'],
    ['+44 121 496', '?'],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('the colour of a person', () => {
  it('is a hue on the wheel, and far from those added before and after', () => {
    for (let id = 1; id < 500; id += 1) {
      const apart = Math.abs(hueOf(id) - hueOf(id + 1));
      expect(hueOf(id)).toBeGreaterThanOrEqual(0);
      expect(hueOf(id)).toBeLessThanOrEqual(360);
      expect(Math.min(apart, 360 - apart)).toBeGreaterThan(100);
    }
  });
});

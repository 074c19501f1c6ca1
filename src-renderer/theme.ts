import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { text } from './text/index.ts';

/*
 * The look of Acquaint: warm paper greys, one deep green for what acts, clay for what waits.
 * All text colours reach 4.5:1 on the surfaces they are used on, in both schemes (WCAG AA).
 */

const pine: MantineColorsTuple = [
  '#e8f4f0',
  '#d3e8e1',
  '#a9d3c6',
  '#7cbcab',
  '#52a490',
  '#328b77',
  '#1f7362',
  '#155d50',
  '#0f4940',
  '#0a352f',
];
const clay: MantineColorsTuple = [
  '#fdf1ea',
  '#f8dfd1',
  '#efc0a6',
  '#e59f78',
  '#d98253',
  '#c4683a',
  '#a9532a',
  '#8a4222',
  '#6d351d',
  '#502817',
];
const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0ea',
  '#e9e4db',
  '#d9d2c6',
  '#bfb6a8',
  '#958b7d',
  '#6f665a',
  '#575046',
  '#3c3730',
  '#26221d',
];
const night: MantineColorsTuple = [
  '#ebe7e0',
  '#d1cbc2',
  '#aaa398',
  '#857e73',
  '#4c4740',
  '#3b3732',
  '#2d2a26',
  '#242220',
  '#1b1a18',
  '#141312',
];

const sans = "'Inter Variable', system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Hebrew', sans-serif";
const serif = "'Source Serif 4 Variable', Georgia, 'Noto Serif', serif";

export const theme = createTheme({
  colors: { pine, clay, gray: paper, dark: night },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  black: '#26221d',
  fontFamily: sans,
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.45' },
      h6: { fontSize: '0.75rem', lineHeight: '1.45' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, events: hoverFocus() } },
    Popover: { defaultProps: { shadow: 'md', withinPortal: true } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': text.common.close },
      },
      styles: {
        title: { fontFamily: serif, fontWeight: 600, fontSize: '1.1875rem' },
        // a field that gets the focus is not left beneath the buttons that stay at the edge
        content: { scrollPaddingBlock: '4.5rem' },
      },
    },
    InputWrapper: { styles: { label: { marginBottom: 4 } } },
    Select: {
      defaultProps: {
        // the first that fits is marked as one types: Enter takes it
        selectFirstOptionOnChange: true,
        nothingFoundMessage: text.common.nothingFits,
        onKeyDown: keepEnterInList,
      },
    },
    Autocomplete: { defaultProps: { onKeyDown: takeMarkedOption } },
    TextInput: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { tt: 'none', fw: 500 } },
  },
});

/**
 * Enter in an open list is about the list: with nothing marked it must not send the form without a choice. What is marked
 * is chosen even when Mantine has forgotten it, as it does when a timer of the opening comes after the first letters:
 * its list is then still open when its own answer to the key is done.
 */
function keepEnterInList(event: KeyboardEvent<HTMLInputElement>): void {
  const field = event.currentTarget;
  if (event.key !== 'Enter' || !isListOpen(field)) return;
  event.preventDefault();
  setTimeout(() => markedOption(field)?.click());
}

/**
 * Enter takes what is marked in an open list, where Mantine takes what stands in its place by now: names come from the
 * book and may change under the mark. With nothing marked, Enter is about the form: any text may be meant.
 */
function takeMarkedOption(event: KeyboardEvent<HTMLInputElement>): void {
  const marked = event.key === 'Enter' ? markedOption(event.currentTarget) : null;
  if (marked === null) return;
  event.preventDefault();
  marked.click();
}

/** What is marked in the field's list; null when nothing is, or the list is closed. */
function markedOption(field: HTMLInputElement): HTMLElement | null {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  if (!isListOpen(field) || list === null) return null;
  return list.querySelector('[data-combobox-selected]');
}

function isListOpen(field: HTMLInputElement): boolean {
  return field.getAttribute('aria-expanded') === 'true';
}

function hoverFocus(): { hover: boolean; focus: boolean; touch: boolean } {
  return { hover: true, focus: true, touch: false };
}

/** Surfaces and quiet text: names that the style sheets of all pages use instead of raw shades. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--font-serif': serif,
    '--side-bar-width': '13.5rem',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#26221d',
    // Mantine's dimmed grey is 3.5:1 on white; this is 5.7:1.
    '--mantine-color-dimmed': '#6a6155',
    '--mantine-color-placeholder': '#746b5f',
    '--mantine-color-anchor': '#155d50',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-gray-light-color': '#575046',
    '--surface-sunken': '#f6f3ee',
    '--surface-side': '#f1ede6',
    '--surface-hover': '#f3f0ea',
    '--surface-selected': '#e4f1ec',
    '--line-soft': '#e9e4db',
    '--line-strong': '#d9d2c6',
    '--accent-text': '#155d50',
    '--waiting-text': '#8a4222',
    '--waiting-surface': '#fdf1ea',
    '--strength-on': '#1f7362',
    '--strength-off': '#dcd5ca',
  },
  dark: {
    '--mantine-color-body': '#1d1b19',
    '--mantine-color-text': '#ebe7e0',
    '--mantine-color-dimmed': '#aca599',
    '--mantine-color-placeholder': '#a29b8f',
    '--mantine-color-anchor': '#8ccbba',
    '--mantine-color-error': '#ffa39a',
    '--mantine-color-gray-light-color': '#c2bbb0',
    '--mantine-color-pine-light': '#1b312b',
    '--mantine-color-pine-light-hover': '#23403a',
    '--mantine-color-pine-light-color': '#8ccbba',
    '--mantine-color-clay-light': '#38251a',
    '--mantine-color-clay-light-hover': '#4a3122',
    '--mantine-color-clay-light-color': '#efc0a6',
    '--surface-sunken': '#171614',
    '--surface-side': '#151412',
    '--surface-hover': '#292623',
    '--surface-selected': '#1b312b',
    '--line-soft': '#322f2b',
    '--line-strong': '#45413b',
    '--accent-text': '#8ccbba',
    '--waiting-text': '#efc0a6',
    '--waiting-surface': '#38251a',
    '--strength-on': '#5fb39f',
    '--strength-off': '#45413b',
  },
});

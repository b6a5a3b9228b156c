import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  InputWrapper,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

// Shade 7 is the token of the light scheme, shade 3 that of the dark one, 0 and 9 their washes.
const cham: MantineColorsTuple = [
  '#e4ecf5',
  '#cddff3',
  '#b5d2f1',
  '#9ec5ee',
  '#7da4ce',
  '#5c83af',
  '#3d6491',
  '#1f4673',
  '#1c3859',
  '#182b40',
]
const thong: MantineColorsTuple = [
  '#e0eee6',
  '#b6ddc7',
  '#8acba9',
  '#58b98b',
  '#49a379',
  '#3a8e68',
  '#2b7a57',
  '#1c6647',
  '#1a4a38',
  '#15302a',
]
const bazan: MantineColorsTuple = [
  '#f8e7df',
  '#f8c9b6',
  '#f5aa8d',
  '#f08a63',
  '#de7752',
  '#cc6540',
  '#ba532e',
  '#a8401b',
  '#6f311c',
  '#3a2017',
]
const quy: MantineColorsTuple = [
  '#fbefd3',
  '#f4daa9',
  '#edc57d',
  '#e5b04a',
  '#cb9839',
  '#b18028',
  '#986916',
  '#805300',
  '#583c0d',
  '#33270f',
]
const suong: MantineColorsTuple = [
  '#e6eaec',
  '#ccd3d8',
  '#b3bdc4',
  '#9aa7b1',
  '#8996a0',
  '#79858f',
  '#69757f',
  '#59656f',
  '#3c464d',
  '#222a2e',
]

// Mantine's own components take borders, fields and hovers from these two.
const gray: MantineColorsTuple = [
  '#f4f5f1',
  '#e9ece5',
  '#dfe4dc',
  '#d3d9d1',
  '#a9b2aa',
  '#7f8a83',
  '#5f6a64',
  '#46524c',
  '#2b3530',
  '#16201b',
]
const dark: MantineColorsTuple = [
  '#e9eeea',
  '#b4bfb8',
  '#a2ada6',
  '#8f9b94',
  '#6b7871',
  '#2b3530',
  '#181f1c',
  '#101513',
  '#0e1311',
  '#0b0f0d',
]

/** Mantine reckons contrast with one shade only and writes white on the pale fills of the dark scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const base = defaultVariantColorsResolver(input)
  const color = input.color ?? input.theme.primaryColor
  if (!(color in input.theme.colors)) return base
  const fill = `var(--mantine-color-${color}-filled)`
  const hover = `var(--mantine-color-${color}-filled-hover)`
  const border = `1px solid ${fill}`
  if (input.variant === 'filled')
    return { ...base, background: fill, hover, color: 'var(--ac-on-fill)', border }
  if (input.variant === 'outline') return { ...base, background: 'transparent', color: fill, border }
  return base
}

/** The theme of the whole program. Colours of data are in tokens.css; this is for Mantine's own parts. */
export const theme = createTheme({
  colors: { cham, thong, bazan, quy, suong, gray, dark },
  variantColorResolver,
  primaryColor: 'cham',
  primaryShade: { light: 7, dark: 3 },
  black: '#16201b',
  white: '#ffffff',
  fontFamily: 'var(--ac-font)',
  // Codes and decree numbers are words here.
  fontFamilyMonospace: 'var(--ac-font)',
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.62', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '3rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'md',
  breakpoints: { xs: '24.375em', sm: '43.75em', md: '64em', lg: '80em', xl: '100em' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'never',
  components: {
    Button: Button.extend({
      styles: { label: { fontWeight: 600 } },
      vars: (_theme, { size }) => ({
        root: {
          '--button-height': size === 'sm' ? '36px' : '48px',
          '--button-fz': size === 'sm' ? '0.9375rem' : '1rem',
        },
      }),
    }),
    Input: Input.extend({
      vars: (_theme, { error }) => ({
        wrapper: {
          '--input-height': '48px',
          '--input-bd': error ? 'var(--ac-bazan)' : 'var(--ac-line-strong)',
          '--input-fz': '1rem',
          '--input-bg': 'var(--ac-surface)',
          '--input-color': 'var(--ac-ink)',
        },
      }),
    }),
    InputWrapper: InputWrapper.extend({
      styles: {
        label: { fontSize: '1rem', fontWeight: 600 },
        description: { fontSize: '0.875rem', color: 'var(--ac-ink-2)' },
        error: { fontSize: '0.9375rem', fontWeight: 600, color: 'var(--ac-bazan)' },
      },
    }),
  },
})

const ours = {
  '--mantine-color-body': 'var(--ac-ground)',
  '--mantine-color-text': 'var(--ac-ink)',
  '--mantine-color-dimmed': 'var(--ac-ink-2)',
  '--mantine-color-placeholder': 'var(--ac-ink-3)',
  '--mantine-color-default': 'var(--ac-surface)',
  '--mantine-color-default-border': 'var(--ac-line-strong)',
  '--mantine-color-anchor': 'var(--ac-cham)',
  '--mantine-color-error': 'var(--ac-bazan)',
  '--mantine-color-cham-filled': 'var(--ac-cham)',
  '--mantine-color-bazan-filled': 'var(--ac-bazan)',
  '--mantine-color-thong-filled': 'var(--ac-thong)',
}

/** Mantine's colours follow tokens.css, so that paper and both schemes are decided in one place. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })

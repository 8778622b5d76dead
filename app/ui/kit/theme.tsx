import { createTheme, type PaletteColorOptions } from '@mui/material/styles'
import { frFR as coreFr } from '@mui/material/locale'

/** The colours of states, and of nothing else. */
export const TONS = [
  'depose',
  'incomplet',
  'complet',
  'instruction',
  'ouvert',
  'accorde',
  'refuse',
  'neutre',
  'alerte',
  'depasse',
] as const
export type Ton = (typeof TONS)[number]

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
  interface Palette {
    ton: Record<Ton, string>
    ligne: string
  }
  interface PaletteOptions {
    ton?: Record<Ton, string>
    ligne?: string
  }
}

const bleu: PaletteColorOptions = { main: '#1a4480', dark: '#12315c', light: '#3d66a3', contrastText: '#ffffff' }
const bleuClair: PaletteColorOptions = { main: '#9dc1f5', dark: '#7eabec', light: '#bfd7fa', contrastText: '#0b1727' }

const clair = {
  palette: {
    primary: bleu,
    background: { default: '#f7f8fa', paper: '#ffffff' },
    text: { primary: '#1c232d', secondary: '#4c5765' },
    divider: '#d9dee5',
    ligne: '#d9dee5',
    error: { main: '#b3261e' },
    warning: { main: '#8a5300' },
    success: { main: '#1b6e3c' },
    info: { main: '#1a5fa8' },
    ton: {
      depose: '#1a5fa8',
      incomplet: '#8a5300',
      complet: '#006b63',
      instruction: '#4a3fb0',
      ouvert: '#7a2e9b',
      accorde: '#1b6e3c',
      refuse: '#8f3a3a',
      neutre: '#525c69',
      alerte: '#8a5300',
      depasse: '#b3261e',
    },
  },
}

const sombre = {
  palette: {
    primary: bleuClair,
    background: { default: '#12161c', paper: '#1a1f27' },
    text: { primary: '#e8ecf1', secondary: '#b2bcc8' },
    divider: '#343c48',
    ligne: '#343c48',
    error: { main: '#ff9a92' },
    warning: { main: '#f0b45c' },
    success: { main: '#7fd3a0' },
    info: { main: '#8fc1f7' },
    ton: {
      depose: '#8fc1f7',
      incomplet: '#f0b45c',
      complet: '#6fd0c6',
      instruction: '#b3abff',
      ouvert: '#dba6f2',
      accorde: '#7fd3a0',
      refuse: '#f0a8a8',
      neutre: '#b2bcc8',
      alerte: '#f0b45c',
      depasse: '#ff9a92',
    },
  },
}

/** Dense as a spreadsheet, calm as a letter: neutral greys, one blue for what can be clicked, lines rather than boxes. */
export const theme = createTheme(
  {
    cssVariables: { colorSchemeSelector: 'data-theme' },
    colorSchemes: { light: clair, dark: sombre },
    shape: { borderRadius: 8 },
    spacing: 8,
    typography: {
      fontFamily: '"Source Sans 3 Variable", "Segoe UI", system-ui, sans-serif',
      fontSize: 14,
      h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25 },
      h2: { fontSize: '1.125rem', fontWeight: 650, lineHeight: 1.35 },
      h3: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.4 },
      body1: { fontSize: '0.9375rem' },
      body2: { fontSize: '0.875rem' },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums' },
          ':focus-visible': { outline: '3px solid var(--mui-palette-primary-main)', outlineOffset: '2px' },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': { animationDuration: '0.01ms', transitionDuration: '0.01ms' },
          },
          '@media (prefers-contrast: more)': {
            ':root': {
              '--mui-palette-text-secondary': 'var(--mui-palette-text-primary)',
              '--mui-palette-divider': 'currentColor',
            },
          },
        },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '8px 12px' } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  },
  coreFr,
)

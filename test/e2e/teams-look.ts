/** How Teams draws cards: its colours and sizes in the words of the Adaptive Cards host configuration. */
interface Palette {
  readonly page: string;
  readonly card: string;
  readonly emphasis: string;
  readonly line: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly attention: string;
}

const good = '#92c353';

export const palettes = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    attention: '#c4314b',
  },
  dark: {
    page: '#1b1a1a',
    card: '#2d2c2c',
    emphasis: '#1f1f1f',
    line: '#555555',
    text: '#ffffff',
    subtle: '#c8c8c8',
    accent: '#a6a7dc',
    attention: '#f9526b',
  },
} satisfies Record<string, Palette>;
export type Theme = keyof typeof palettes;

export function hostConfig(theme: Theme) {
  const palette = palettes[theme];
  const colour = (name: string) => ({ default: name, subtle: palette.subtle });
  const foregroundColors = {
    default: colour(palette.text),
    accent: colour(palette.accent),
    good: colour(good),
    warning: colour(palette.attention),
    attention: colour(palette.attention),
  };
  return {
    fontFamily: 'Segoe UI, DejaVu Sans, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    containerStyles: {
      default: { backgroundColor: palette.card, foregroundColors },
      emphasis: { backgroundColor: palette.emphasis, foregroundColors },
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  };
}

export function pageStyle(theme: Theme, width: number): string {
  const { page, card, text } = palettes[theme];
  return `body{margin:8px;background:${page};font-family:sans-serif}
.card{width:${width}px;margin-bottom:12px;background:${card};border-radius:4px}
button{max-width:100%;padding:6px 12px;border:1px solid #8888;border-radius:4px;background:none;color:${text};font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}`;
}

/** Colours in words, for those who cannot tell them by sight. Changes when a colour should be called otherwise. */
import * as vscode from 'vscode';

/** Hue in degrees, lightness and saturation from 0 to 1. */
function hsl(color: string): { hue: number; light: number; saturation: number } {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16) / 255) as [number, number, number];
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const range = most - least;
  const light = (most + least) / 2;
  const sixth = range === 0 ? 0 : most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range;
  return { hue: (sixth * 60 + 360) % 360, light, saturation: range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1)) };
}

/** What a colour, `#rrggbb`, is called. */
export function colorName(color: string): string {
  const { hue, light, saturation } = hsl(color);
  if (saturation < 0.12)
    return light > 0.85 ? vscode.l10n.t('white') : light < 0.15 ? vscode.l10n.t('black') : vscode.l10n.t('grey');
  if (hue < 12 || hue >= 345) return vscode.l10n.t('red');
  if (hue < 48) {
    if (light < 0.4 && saturation < 0.9) return vscode.l10n.t('brown');
    return hue < 32 ? vscode.l10n.t('vermilion') : vscode.l10n.t('orange');
  }
  if (hue < 70) return light < 0.42 ? vscode.l10n.t('olive') : vscode.l10n.t('yellow');
  if (hue < 150) return vscode.l10n.t('green');
  if (hue < 190) return vscode.l10n.t('bluish green');
  if (hue < 255) return light > 0.55 ? vscode.l10n.t('sky blue') : vscode.l10n.t('blue');
  if (hue < 295) return vscode.l10n.t('violet');
  return vscode.l10n.t('pink');
}

import { type Block, pair, text } from './blocks.ts';
import { LOGO } from './logo.ts';
import { NO_BREAK } from './printable.ts';

/** Shows that a printer is well set: its letters, its width, its picture, its code, its blade. */
export function testPage({ storeName }: { readonly storeName: string }): Block[] {
  return [
    { type: 'image', bitmap: LOGO },
    text('Page d’essai', { bold: true, size: 'large', align: 'center' }),
    text(storeName, { align: 'center' }),
    { type: 'rule', style: 'double' },
    text('Bœuf, cœur, Œuf, Noël, garçon, où, ça, À, É, «\u00a0»…'),
    pair('Un prix entier', `1${NO_BREAK}234,50${NO_BREAK}€`),
    { type: 'rule' },
    text('Cette ligne va d’un bord à l’autre du papier.'),
    { type: 'qr', data: 'https://oc-pizza.example/essai' },
    { type: 'cut' },
  ];
}

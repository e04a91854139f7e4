import { qrModules } from '#app/receipt/qr.ts';

/** Modules of quiet ground around a code, as the standard wants. */
const QUIET = 4;

/** A QR code, black on white whatever the theme. `label` says what it is for. */
export function QrCode({ data, label }: { readonly data: string; readonly label: string }) {
  const modules = qrModules(data);
  if (modules === undefined) return null;
  const side = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')),
    )
    .join('');
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

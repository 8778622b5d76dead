import encodeQR from 'qr'

/** The square (QR code) that a telephone reads these words in: how many points it has on a side, and the path of the black ones. */
export function carre(texte: string) {
  const points = encodeQR(texte, 'raw', { border: 4 })
  const trace = points.flatMap((ligne, y) => ligne.flatMap((noir, x) => (noir ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { cote: points.length, trace: trace.join('') }
}

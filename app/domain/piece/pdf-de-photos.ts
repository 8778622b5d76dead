/** A photo as a JPEG in colours, upright, with its size in pixels. */
export type Photo = { jpeg: Uint8Array; largeur: number; hauteur: number }

/** An A4 sheet and the white around a photo, in points. */
const [PETIT, GRAND, MARGE] = [595, 842, 28]

const octets = (texte: string): Uint8Array => new TextEncoder().encode(texte)

/** A text of a PDF in UTF-16, whatever it says: nothing of it can be read as syntax. */
const enTexte = (texte: string): string =>
  `<FEFF${Array.from({ length: texte.length }, (_, i) => texte.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`

const point = (n: number): string => n.toFixed(2)

/** Where a photo stands on its sheet: as large as it may, in the middle. */
function poser({ largeur, hauteur }: Photo) {
  const [page, haut] = largeur > hauteur ? [GRAND, PETIT] : [PETIT, GRAND]
  const echelle = Math.min((page - 2 * MARGE) / largeur, (haut - 2 * MARGE) / hauteur)
  const [l, h] = [largeur * echelle, hauteur * echelle]
  return { page, haut, dessin: `q ${point(l)} 0 0 ${point(h)} ${point((page - l) / 2)} ${point((haut - h) / 2)} cm /P Do Q` } // prettier-ignore
}

/** What precedes the first photo: the catalogue, the pages, and what the document is. */
const AVANT = 3

/**
 * These photos as one PDF, a sheet each, in their order: the bytes of a JPEG stand in a PDF as they are. It is what a reader keeps of paper that was
 * photographed, and the one file that a pièce wants.
 */
export function pdfDePhotos(photos: readonly Photo[], titre: string): Uint8Array {
  const numeros = photos.map((_, i) => AVANT + 1 + 3 * i)
  const flux = (dictionnaire: string, contenu: Uint8Array) => [octets(`<< ${dictionnaire} /Length ${contenu.length} >>\nstream\n`), contenu, octets('\nendstream')] // prettier-ignore
  const objets: Uint8Array[][] = [
    [octets('<< /Type /Catalog /Pages 2 0 R /Lang (fr) /ViewerPreferences << /DisplayDocTitle true >> >>')],
    [octets(`<< /Type /Pages /Count ${photos.length} /Kids [${numeros.map((n) => `${n} 0 R`).join(' ')}] >>`)],
    [octets(`<< /Title ${enTexte(titre)} >>`)],
    ...photos.flatMap((photo, i) => {
      const n = numeros[i] ?? 0
      const { page, haut, dessin } = poser(photo)
      return [
        [octets(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page} ${haut}] /Contents ${n + 1} 0 R /Resources << /XObject << /P ${n + 2} 0 R >> >> >>`)], // prettier-ignore
        flux('', octets(dessin)),
        flux(`/Type /XObject /Subtype /Image /Width ${photo.largeur} /Height ${photo.hauteur} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, photo.jpeg), // prettier-ignore
      ]
    }),
  ]
  const morceaux: Uint8Array[] = [octets('%PDF-1.7\n%\u00e9\u00e9\n')]
  const places: number[] = []
  let place = morceaux[0]?.length ?? 0
  const ecrire = (...suite: readonly Uint8Array[]) => {
    morceaux.push(...suite)
    place += suite.reduce((n, { length }) => n + length, 0)
  }
  for (const [i, objet] of objets.entries()) {
    places.push(place)
    ecrire(octets(`${i + 1} 0 obj\n`), ...objet, octets('\nendobj\n'))
  }
  const table = place
  const rangees = places.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')
  ecrire(
    octets(`xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${rangees}`),
    octets(`trailer\n<< /Size ${objets.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${table}\n%%EOF\n`),
  )
  const pdf = new Uint8Array(place)
  let ecrits = 0
  for (const morceau of morceaux) {
    pdf.set(morceau, ecrits)
    ecrits += morceau.length
  }
  return pdf
}

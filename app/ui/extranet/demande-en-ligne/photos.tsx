import { pdfDePhotos, type Photo } from '#domain/piece/pdf-de-photos'

/** The longest side of a photo that is kept, in pixels: a sheet of paper is read at 170 points an inch. */
const COTE_MAX = 2_000
const QUALITE = 0.82

/** A photo upright, no larger than is needed to read it; throws where the browser does not know it. */
async function redessiner(fichier: File): Promise<Photo> {
  const image = await createImageBitmap(fichier)
  try {
    const echelle = Math.min(1, COTE_MAX / Math.max(image.width, image.height))
    const toile = document.createElement('canvas')
    toile.width = Math.max(1, Math.round(image.width * echelle))
    toile.height = Math.max(1, Math.round(image.height * echelle))
    const dessin = toile.getContext('2d')
    if (!dessin) throw new Error('no canvas')
    dessin.fillStyle = '#fff'
    dessin.fillRect(0, 0, toile.width, toile.height)
    dessin.drawImage(image, 0, 0, toile.width, toile.height)
    const jpeg = await new Promise<Blob | null>((resolve) => toile.toBlob(resolve, 'image/jpeg', QUALITE))
    if (!jpeg) throw new Error('not drawn')
    return { jpeg: new Uint8Array(await jpeg.arrayBuffer()), largeur: toile.width, hauteur: toile.height }
  } finally {
    image.close()
  }
}

/** These photos as one PDF of this name, in the order they were chosen; null where one of them cannot be drawn. */
export async function reunirPhotos(fichiers: readonly File[], nom: string): Promise<File | null> {
  try {
    const photos: Photo[] = []
    // One after the other: a phone holds one large photo at a time.
    for (const fichier of fichiers) photos.push(await redessiner(fichier))
    const pdf = pdfDePhotos(photos, nom)
    return new File([pdf.slice().buffer], `${nom}.pdf`, { type: 'application/pdf' })
  } catch {
    return null
  }
}

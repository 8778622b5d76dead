import { examinerDepot, mimeDe, type Signalement } from '#domain/piece/depot'
import { lire } from '#lecteurs/lecteurs'

/** What the bytes of a file that was given say by themselves. */
export type DepotLu = { taille: number; typeMime: string; sha256: string; signalements: Signalement[] }

/** Looks at a file as it comes, in a process that can be ended: what it is, its fingerprint, and what can be noticed at first sight. */
export async function lireDepot(nomFichier: string, contenu: Buffer): Promise<DepotLu> {
  const vue = await lire('depotPiece', { contenu })
  // One that ends its reader is kept, and shown as what nobody could say what it is.
  const { type, blanc } = vue.ok ? vue.value : { type: 'inconnu' as const, blanc: false }
  const taille = contenu.length
  return {
    taille,
    typeMime: mimeDe(type),
    // Away from the loop, which serves pages where a demandeur gives the file.
    sha256: Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(contenu))).toString('hex'),
    signalements: examinerDepot({ nomFichier, taille, type, blanc }),
  }
}

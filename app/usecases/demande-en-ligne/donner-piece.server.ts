import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { type RefusDeRemplir, verifierSaisie } from '#domain/demande-en-ligne/depot'
import { FICHIERS_MAX, type RefusDeFichier, verifierContenu, verifierFichier } from '#domain/demande-en-ligne/pieces'
import { cleDepot, lireNom } from '#domain/piece/libelle'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import {
  attenduesDe,
  demandeDuMembre,
  marquerChangee,
  tenirDemande,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { A_LIRE, promettreLecture } from '#infra/stores/demande-en-ligne/lecture-de-piece'
import { newKey } from '#infra/storage'
import { LecteursOccupes } from '#lecteurs/lecteurs'
import { lireDepot } from '#usecases/piece/lire-depot'

export type RefusDePiece = RefusDeRemplir | RefusDeFichier | 'PIECE_NON_DEMANDEE' | 'TROP_DE_FICHIERS' | 'OCCUPE'

/** `recue`: the key under which it was just received, that nothing else names. */
type Input = { id: string; code: string; nomFichier: string; recue: string }

/**
 * Takes a file for a pièce of a demande: looked at in a process that can be ended, then stored, then named by its row. The same name given again for
 * the same pièce takes the place of the first. `detail` says what is wrong in words, for what is looked at in the file. Throws NotFound.
 */
export async function donnerPiece(
  deps: DepsFichiers,
  demandeur: Demandeur,
  { recue, ...input }: Input,
): Promise<Result<{ signalements: string[] }, RefusDePiece>> {
  try {
    return await garder(deps, demandeur, { ...input, contenu: await deps.storage.readAll(recue) })
  } finally {
    await deps.storage.remove(recue)
  }
}

async function garder(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { id, code, nomFichier, contenu }: Omit<Input, 'recue'> & { contenu: Buffer },
): Promise<Result<{ signalements: string[] }, RefusDePiece>> {
  const { libelle } = lireNom(nomFichier)
  const pris = verifierFichier({ nom: nomFichier, taille: contenu.length })
  if (!pris.ok) return pris
  const avant = await demandeDuMembre(db, demandeur.id, id)
  const permis = verifierSaisie(avant.role, avant)
  if (!permis.ok) return permis
  if (!(await attenduesDe(db, avant)).some((une) => une.code === code)) return no('PIECE_NON_DEMANDEE')
  const vue = await lireDepot(nomFichier, contenu).catch((error: unknown) => {
    if (error instanceof LecteursOccupes) return null
    throw error
  })
  if (!vue) return no('OCCUPE')
  const { signalements, ...lu } = vue
  const lisible = verifierContenu(signalements)
  if (!lisible.ok) return lisible

  const cle = newKey('pieces')
  await storage.put(cle, contenu)
  const gardee = await db.$transaction(async (tx): Promise<Result<{ remplacee: string | null }, RefusDePiece>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const encore = verifierSaisie(tenue.role, tenue)
    if (!encore.ok) return encore
    const place = { demandeEnLigneId: id, code, cleDepot: cleDepot(libelle) || nomFichier.toLowerCase() }
    const connue = tenue.pieces.find((une) => une.code === code && une.cleDepot === place.cleDepot)
    if (!connue && tenue.pieces.length >= FICHIERS_MAX) return no('TROP_DE_FICHIERS', String(FICHIERS_MAX))
    const le = now()
    const fichier = { ...lu, nomFichier, libelle, cle, signalements, recueLe: le, recuePar: nomDActeur(demandeur) }
    const piece = await tx.pieceEnLigne.upsert({
      where: { demandeEnLigneId_code_cleDepot: place },
      create: { ...place, ...fichier },
      update: { ...fichier, ...A_LIRE },
      select: { id: true },
    })
    await promettreLecture(tx, { id: piece.id, code })
    await marquerChangee(tx, id, le)
    return ok({ remplacee: connue?.cle ?? null })
  })
  const inutile = gardee.ok ? gardee.value.remplacee : cle
  if (inutile !== null) await storage.remove(inutile)
  return gardee.ok ? ok({ signalements: signalements.map(({ detail }) => detail) }) : gardee
}

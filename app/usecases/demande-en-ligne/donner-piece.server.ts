import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { FICHIERS_MAX, type RefusDeFichier } from '#domain/demande-en-ligne/pieces'
import { fichierRemplace, type RefusDePlaceDeFichier } from '#domain/demande-en-ligne/place-de-fichier'
import { type RefusDeRemplir, verifierSaisie } from '#domain/demande-en-ligne/saisie'
import { remarquesAuDemandeur } from '#domain/piece/signalement'
import { lireNom } from '#domain/piece/libelle'
import { estPieceOuverte } from '#domain/portail/modification'
import { no, ok, type Result } from '#domain/result'
import type { Db, Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { attenduesDe } from '#infra/stores/demande-en-ligne/attendues'
import {
  type DemandeChargee,
  demandeDuMembre,
  marquerChangee,
  tenirDemande,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { A_LIRE, promettreLecture } from '#infra/stores/demande-en-ligne/lecture-de-piece'
import { newKey } from '#infra/storage'
import { phraseDejaDonne } from '#libelles/demande-en-ligne/refus-de-piece'
import { avecLeRecu, examinerFichier, type FichierExamine } from '#usecases/demande-en-ligne/examiner-fichier'
import { joindreAuDossier } from '#usecases/demande-en-ligne/joindre-au-dossier'
import { type Prise, prendreUneFois } from '#usecases/demande-en-ligne/prendre-une-fois'
import { cleDe } from '#usecases/piece/importer-piece'

export type RefusDePiece =
  | RefusDeRemplir
  | RefusDeFichier
  | RefusDePlaceDeFichier
  | 'PIECE_NON_DEMANDEE'
  | 'PIECE_FERMEE'
  | 'TROP_DE_FICHIERS'
  | 'OCCUPE'

/** `remplace`: the file that it takes the place of, as it was shown; none without it. */
type Donnee = { id: string; code: string; nomFichier: string; remplace?: string }

/** `recue`: the key under which it was just received, that nothing else names. `televersement`: its reception, null where nobody announced it. */
type Input = Donnee & { recue: string; televersement: string | null }

/** A file whose bytes are at hand; `televersement` is the one that it came by: it is taken once by that one. */
type AGarder = Donnee & { contenu: Buffer; televersement: string | null }

/**
 * Takes a file for a pièce of a demande: looked at in a process that can be ended, then stored, then named by its row. The same name given again by
 * the same person for the same pièce takes the place of the first, and so does another where it is said to; once it is deposited, it waits beside the deposit where that pièce was opened again. `detail` says what is wrong in words, for what is looked at in the file. Throws NotFound.
 */
export const donnerPiece = (
  deps: DepsFichiers,
  demandeur: Demandeur,
  { recue, televersement, ...input }: Input,
): Promise<Result<{ signalements: string[] }, RefusDePiece>> =>
  avecLeRecu(deps.storage, recue, (contenu) => garderPiece(deps, demandeur, { ...input, contenu, televersement }))

/** The same of bytes that are at hand. */
export async function garderPiece(
  deps: DepsFichiers,
  demandeur: Demandeur,
  { id, code, nomFichier, remplace = '', contenu, televersement }: AGarder,
): Promise<Result<{ signalements: string[] }, RefusDePiece>> {
  const { db, storage, now } = deps
  const permis = await peutDonner(db, demandeur, await demandeDuMembre(db, demandeur.id, id), {
    ...{ code, nomFichier, remplace, le: now() },
  })
  if (!permis.ok) return permis
  const vue = await examinerFichier(nomFichier, contenu)
  if (!vue.ok) return vue

  const cle = newKey('pieces')
  await storage.put(cle, contenu)
  const gardee = await db.$transaction(async (tx): Promise<Result<Prise, RefusDePiece>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const le = now()
    return prendreUneFois(tx, { televersement, cle, le }, async () => {
      const encore = verifierPiece(tenue, code, le)
      if (!encore.ok) return encore
      const fichier = { ...vue.value, cle }
      const prise = tenue.dossier
        ? await joindreAuDossier(tx, demandeur, { dossier: tenue.dossier, code, fichier, le })
        : await poser(tx, demandeur, { tenue, code, fichier, remplace, le })
      if (prise.ok) await marquerChangee(tx, id, le)
      return prise
    })
  })
  const inutile = gardee.ok ? gardee.value.inutile : cle
  if (inutile !== null) await storage.remove(inutile)
  return gardee.ok ? ok({ signalements: remarquesAuDemandeur(vue.value.signalements) }) : gardee
}

/** May a file of this name be given now for this pièce, which is asked of this demande, and in this place? */
export async function peutDonner(
  db: Db | Tx,
  demandeur: Demandeur,
  demandeEnLigne: DemandeChargee,
  { code, nomFichier, remplace, le }: { code: string; nomFichier: string; remplace: string; le: Date },
): Promise<Result<undefined, RefusDePiece>> {
  const permis = verifierPiece(demandeEnLigne, code, le)
  if (!permis.ok) return permis
  const { libelle } = lireNom(nomFichier)
  const place = placeDe(demandeur, demandeEnLigne, { code, remplace, fichier: { nomFichier, libelle } })
  if (!place.ok) return place
  return (await attenduesDe(db, demandeEnLigne, le)).some((une) => une.code === code) ? ok() : no('PIECE_NON_DEMANDEE')
}

/** May a file of this pièce be given now? */
function verifierPiece(tenue: DemandeChargee, code: string, le: Date): Result<undefined, RefusDePiece> {
  const permis = verifierSaisie(tenue.role, tenue, le)
  if (!permis.ok) return permis
  return estPieceOuverte(permis.value, code) ? ok() : no('PIECE_FERMEE')
}

type Posee<S> = S & { code: string; fichier: FichierExamine & { cle: string }; le: Date }

type Place = { code: string; remplace: string; fichier: Pick<FichierExamine, 'libelle' | 'nomFichier'> }

/** The file that one takes the place of before the deposit; since, each has its place (`placeDuFichier`). Refused in words that name whose file it is. */
function placeDe(
  demandeur: Demandeur,
  { pieces, dossier }: DemandeChargee,
  { code, remplace, fichier }: Place,
): Result<DemandeChargee['pieces'][number] | undefined, RefusDePlaceDeFichier> {
  if (dossier) return ok(undefined)
  const cleDepot = cleDe(fichier, 1)
  const place = fichierRemplace({ code, cleDepot, par: nomDActeur(demandeur), remplace, pieces })
  const autre = place.ok ? undefined : pieces.find(({ id }) => id === place.detail)
  return autre && !place.ok ? no(place.reason, phraseDejaDonne(autre)) : place
}

/** Before the deposit: in the place of the file that it replaces, or beside the others. */
async function poser(
  tx: Tx,
  demandeur: Demandeur,
  { tenue, code, fichier, remplace, le }: Posee<{ tenue: DemandeChargee; remplace: string }>,
): Promise<Result<Prise, RefusDePiece>> {
  const place = placeDe(demandeur, tenue, { code, remplace, fichier })
  if (!place.ok) return place
  const remplacee = place.value
  if (!remplacee && tenue.pieces.length >= FICHIERS_MAX) return no('TROP_DE_FICHIERS', String(FICHIERS_MAX))
  const ecrit = { ...fichier, cleDepot: cleDe(fichier, 1), recueLe: le, recuePar: nomDActeur(demandeur) }
  const piece = remplacee
    ? await tx.pieceEnLigne.update({
        where: { id: remplacee.id },
        data: { ...ecrit, ...A_LIRE },
        select: { id: true },
      })
    : await tx.pieceEnLigne.create({ data: { demandeEnLigneId: tenue.id, code, ...ecrit }, select: { id: true } })
  await promettreLecture(tx, piece)
  return ok({ inutile: remplacee?.cle ?? null })
}

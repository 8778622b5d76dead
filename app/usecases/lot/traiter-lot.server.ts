import { SYSTEME } from '#domain/acces/acteur'
import { no, ok, type Result } from '#domain/result'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { bilanDemandes, type BilanDemandes } from '#infra/stores/portail/resume-import'
import { loadLot, noterProgression } from '#infra/stores/portail/lot'
import type { FichierDepose } from '#usecases/lot/deposer-lot'
import { traiterListing } from '#usecases/portail/traiter-listing'
import { traiterMessages } from '#usecases/lot/traiter-messages'
import { traiterPieces } from '#usecases/piece/traiter-pieces'
import type { Prisma } from '#prisma'

/** Lines between two marks of the progress bar. */
const PAS = 10

/**
 * Reads a lot: what can be imported is, each line in its own transaction. Killed and run again it goes on where it was, run twice it does
 * nothing more. A delivery that cannot be read at all ends as ECHEC with its sentence; anything unexpected is thrown, to be tried again.
 */
export async function traiterLot(deps: DepsFichiers, lotId: string): Promise<Result<object, 'ILLISIBLE'>> {
  const { db, now } = deps
  const lot = await loadLot(db, lotId)
  if (lot.etat === 'TERMINE') return ok(lot.bilan as object)
  if (lot.etat === 'ECHEC') return no('ILLISIBLE', lot.erreur ?? '')
  await db.lot.update({ where: { id: lotId }, data: { etat: 'EN_COURS' }, select: { id: true } })

  const fichiers = lot.fichiers as FichierDepose[]
  const answer =
    lot.type === 'COURRIELS'
      ? await traiterMessages(deps, { lotId, fichiers })
      : await traiterDemandes(deps, lotId, fichiers)
  await db.$transaction(async (tx) => {
    const fin = answer.ok
      ? { etat: 'TERMINE' as const, bilan: answer.value as Prisma.InputJsonObject }
      : { etat: 'ECHEC' as const, erreur: answer.detail ?? '' }
    const { count } = await tx.lot.updateMany({
      where: { id: lotId, etat: 'EN_COURS' },
      data: { ...fin, termineLe: now(), version: { increment: 1 } },
    })
    if (count === 0) return
    const detail = answer.ok ? resumer(answer.value) : { erreur: answer.detail ?? '' }
    await writeJournal(tx, SYSTEME, { acte: 'traiterLot', objet: 'lot', objetId: lotId, detail, le: now() })
  })
  return answer
}

/** Nobody will try this lot again by itself: the row says why, and the files can be delivered again. */
export async function abandonnerLot(db: Db, lotId: string, motif: string): Promise<void> {
  await db.lot.updateMany({
    where: { id: lotId, etat: { in: ['EN_ATTENTE', 'EN_COURS'] } },
    data: { etat: 'ECHEC', erreur: motif.slice(0, 500), version: { increment: 1 } },
  })
}

/** The numbers of a bilan: the journal does not keep its lists. */
const resumer = (bilan: object): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(bilan).flatMap(([nom, valeur]) => {
      if (typeof valeur === 'number') return [[nom, valeur]]
      return Array.isArray(valeur) ? [[nom, valeur.length]] : []
    }),
  )

async function traiterDemandes(
  { db, storage, now }: DepsFichiers,
  lotId: string,
  fichiers: FichierDepose[],
): Promise<Result<BilanDemandes, 'ILLISIBLE'>> {
  const listing = fichiers.find(({ role }) => role === 'LISTING')
  const archive = fichiers.find(({ role }) => role === 'PIECES')
  let lignes = 0
  const avancer = async (faits: number, total: number) => {
    if (faits % PAS === 0 || faits === total) await noterProgression(db, lotId, faits, total)
  }
  const campagnesOuvertes: string[] = []
  if (listing) {
    const fichier = { nom: listing.nom, contenu: await storage.readAll(listing.cle) }
    const lu = await traiterListing(
      { db, now },
      {
        lotId,
        fichier,
        avancer: (faits, total) => {
          lignes = total
          return avancer(faits, total)
        },
      },
    )
    if (!lu.ok) return no('ILLISIBLE', lu.detail)
    campagnesOuvertes.push(...lu.value.campagnesOuvertes)
  }
  if (archive) {
    const { nom, cle } = archive
    const chemin = await storage.readPath(cle)
    const avancerPieces = (faits: number, total: number) => avancer(lignes + faits, lignes + total)
    const lue = await traiterPieces({ db, storage, now }, { lotId, nom, chemin, avancer: avancerPieces })
    if (!lue.ok && !listing) return no('ILLISIBLE', lue.detail)
    if (!lue.ok) await refuserArchive(db, { lotId, nom, motif: lue.detail ?? lue.reason })
  }
  return ok(await bilanDemandes(db, lotId, campagnesOuvertes))
}

/** The demandes are imported all the same; the officer delivers the pièces again. */
const refuserArchive = (db: Db, { lotId, nom, motif }: { lotId: string; nom: string; motif: string }) =>
  db.lotLigne.createMany({
    data: { lotId, rang: 20_000_000, resultat: 'PIECE_REFUSEE', fichier: nom, motif },
    skipDuplicates: true,
  })

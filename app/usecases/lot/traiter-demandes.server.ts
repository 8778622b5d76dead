import { no, ok, type Result } from '#domain/result'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import type { BilanDemandes } from '#domain/portail/bilan'
import { bilanDemandes } from '#infra/stores/portail/resume-import'
import { lireApercu } from '#infra/stores/portail/apercu'
import { type loadLot, noterProgression } from '#infra/stores/portail/lot'
import { lireFichiers } from '#usecases/lot/fichiers-du-lot'
import { traiterPieces } from '#usecases/piece/traiter-pieces'
import { lireListing } from '#usecases/portail/lire-listing'
import { traiterListing } from '#usecases/portail/traiter-listing'

/** Lines between two marks of the progress bar. */
const PAS = 10

type Lot = Awaited<ReturnType<typeof loadLot>>

/** Tells how far a lot is, every few lines. */
export const progression = (db: Db, lotId: string) => async (faits: number, total: number) => {
  if (faits % PAS === 0 || faits === total) await noterProgression(db, lotId, faits, total)
}

/** The mails that may leave: none, those of the preview that was answered yes, or all where there was no preview. */
function accuserDe({ avecCourriels, apercu }: Lot): (numero: string | null) => boolean {
  const prevus = lireApercu(apercu)?.courriels
  const numeros = prevus && new Set(prevus.map(({ numero }) => numero))
  return (numero) => avecCourriels && (numeros ? numeros.has(numero ?? '') : true)
}

/** Imports the listing of a lot, then its pièces. */
export async function traiterDemandes(
  { db, storage, now }: DepsFichiers,
  lot: Lot,
): Promise<Result<BilanDemandes, 'ILLISIBLE'>> {
  const { id: lotId, couverture } = lot
  const { listing, archive } = await lireFichiers({ storage }, lot)
  let lignes = 0
  const avancer = progression(db, lotId)
  const campagnesOuvertes: string[] = []
  if (listing) {
    const lu = await lireListing(listing)
    if (!lu.ok) return no('ILLISIBLE', lu.detail)
    const avancerLignes = (faits: number, total: number) => {
      lignes = total
      return avancer(faits, total)
    }
    const aTraiter = { lotId, lu: lu.value, couverture, accuser: accuserDe(lot), avancer: avancerLignes }
    campagnesOuvertes.push(...(await traiterListing({ db, now }, aTraiter)).campagnesOuvertes)
  }
  if (archive) {
    const { nom, chemin } = archive
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

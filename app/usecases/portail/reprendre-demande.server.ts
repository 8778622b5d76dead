import type { ActeJournal } from '#domain/journal/entree'
import { SYSTEME } from '#domain/acces/acteur'
import { type Cadence, delaiCourt } from '#domain/dossier/delais'
import { suite as suiteDe } from '#domain/dossier/etat'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { DemandeLue } from '#domain/portail/demande-lue'
import type { Entree } from '#domain/portail/reprise'
import type { AnomalieSuivie, SuiteLigne } from '#domain/portail/suite-ligne'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import type { CampagneLue } from '#infra/stores/campagne/campagne'
import { rafraichirDelais } from '#infra/stores/complement/complement'
import { rafraichirRecevabilite } from '#infra/stores/dossier/recevabilite'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import {
  addVersion,
  colonnesDe,
  depotDe,
  type DossierConnu,
  formulaireDe,
  hacherCle,
  identiteDe,
} from '#infra/stores/portail/demande-lue'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { upsertStructure } from '#infra/stores/dossier/structure'
import { accuserReception } from '#usecases/dossier/accuser-reception'
import { proposerRapprochements } from '#usecases/fil-rouge/proposer-rapprochements'
import type { Prisma } from '#prisma'

type Ligne<N extends SuiteLigne['nature']> = {
  lotId: string | null
  demandeLue: DemandeLue
  campagne: CampagneLue
  accuser: boolean
  suite: Extract<SuiteLigne, { nature: N }>
  le: Date
}

/** A line that brings a deposit, and where it comes in. */
type Entrante = { entree: Entree }

type Connue<N extends SuiteLigne['nature']> = Ligne<N> & { connu: DossierConnu }

const journal = (
  tx: Tx,
  acte: ActeJournal,
  { id, le, detail }: { id: string; le: Date; detail: Parameters<typeof writeJournal>[2]['detail'] },
) => writeJournal(tx, SYSTEME, { acte, objet: 'dossier', objetId: id, detail, le })

const cadenceDe = ({ etat, reprise }: Entree, le: Date) => ({ etat, reprisLe: reprise ? le : null })

/** What a new dossier is made of, wherever it was filled in. `depose` false: only kept, as a draft is. */
type APoser = {
  demandeLue: DemandeLue
  anomalies: readonly AnomalieSuivie[]
  /** What it holds in the fields of the service from its first day: what its structure answered to its campagne. */
  champsService: Readonly<Record<string, string>>
  campagneId: string
  structureId: string
  origine: OrigineDossier
  cadence: Cadence
  le: Date
}

/** Makes the row of a dossier, with what its form says and what is asked of it. Gives it. */
export async function poserDossier(
  tx: Tx,
  { demandeLue, anomalies, champsService, campagneId, structureId, origine, cadence, le }: APoser,
): Promise<Prisma.DossierGetPayload<object>> {
  const depose = demandeLue.etat === 'DEPOSE'
  return tx.dossier.create({
    data: {
      numero: demandeLue.numero,
      cleBrouillon: demandeLue.numero === null ? hacherCle(demandeLue.cleBrouillon) : null,
      ...cadence,
      ...{ origine, campagneId, structureId, champsService, creeLe: le },
      ...colonnesDe(demandeLue),
      ...formulaireDe(demandeLue, anomalies),
      ...(depose && { ...depotDe(demandeLue, cadence), exigencesId: await exigencesEnVigueur(tx, campagneId) }),
    },
  })
}

/** A demande we did not hold: a deposited one gets its accusé de réception, history and a draft are only kept. */
export async function creerDossier(tx: Tx, { lotId, campagne, suite, accuser, entree, le }: Ligne<'CREER'> & Entrante) {
  const { demandeLue, anomalies } = suite
  const depose = demandeLue.etat === 'DEPOSE'
  const structureId = await upsertStructure(tx, identiteDe(demandeLue), le)
  const { id } = await poserDossier(tx, {
    ...{ demandeLue, anomalies, structureId, campagneId: campagne.id, cadence: cadenceDe(entree, le), le },
    origine: 'PORTAIL',
    champsService: {},
  })
  await addVersion(tx, id, { lotId, donnees: demandeLue.donnees })
  await rafraichirCompletude(tx, id, le)
  await rafraichirRecevabilite(tx, id)
  if (depose && accuser && !entree.reprise) await accuserReception(tx, id, le)
  await journal(tx, 'importer', {
    id,
    le,
    detail: {
      lotId,
      ligne: demandeLue.ligne,
      etat: entree.etat,
      reprise: entree.reprise,
      anomalies: suite.anomalies.length,
    },
  })
  if (depose && !entree.reprise) await proposerRapprochements(tx, id, le)
}

/** The draft has its number: the row is the same, with its history. */
export async function deposerBrouillon(
  tx: Tx,
  { lotId, campagne, suite, connu, accuser, entree, le }: Connue<'DEPOSER'> & Entrante,
) {
  const { demandeLue } = suite
  const structureId = await upsertStructure(tx, identiteDe(demandeLue), le)
  await claimVersion(tx, connu, {
    numero: demandeLue.numero,
    ...cadenceDe(entree, le),
    campagneId: campagne.id,
    structureId,
    exigencesId: await exigencesEnVigueur(tx, campagne.id),
    disparuLe: null,
    ...colonnesDe(demandeLue),
    ...formulaireDe(demandeLue, suite.anomalies),
    ...depotDe(demandeLue, cadenceDe(entree, le)),
  })
  await addVersion(tx, connu.id, { lotId, donnees: demandeLue.donnees })
  await rafraichirCompletude(tx, connu.id, le)
  await rafraichirRecevabilite(tx, connu.id)
  if (accuser && !entree.reprise) await accuserReception(tx, connu.id, le)
  await journal(tx, 'deposer', {
    id: connu.id,
    le,
    detail: {
      lotId,
      ligne: demandeLue.ligne,
      avant: 'BROUILLON',
      apres: entree.etat,
      reprise: entree.reprise,
      differences: suite.differences,
    },
  })
  await proposerRapprochements(tx, connu.id, le)
}

/**
 * The form changed. On a decided dossier only the form is kept and the change is told; else what is asked follows. The day of deposit
 * stays the first one where an officer reopened the dossier (docs/domaine.md § 8.1). A deposited dossier keeps its campagne, and what it was
 * deposited under: only an officer moves it. History that the portal says is over is over.
 */
export async function mettreAJourDossier(
  tx: Tx,
  { lotId, campagne, suite, connu, accuser, le }: Connue<'METTRE_A_JOUR'>,
) {
  const { demandeLue, decide, close } = suite
  const formulaire = { ...formulaireDe(demandeLue, suite.anomalies), disparuLe: null }
  const etat = (close && suiteDe(connu.etat, 'constaterDecisionAilleurs')) || connu.etat
  if (decide) await claimVersion(tx, connu, formulaire)
  else {
    const structureId = await upsertStructure(tx, identiteDe(demandeLue), le)
    const depot = depotDe(demandeLue, { etat, reprisLe: connu.reprisLe })
    const memeJour = depot.deposeLe?.getTime() === connu.deposeLe?.getTime()
    const reouvert = connu.deverrouillages.length > 0
    await claimVersion(tx, connu, {
      ...formulaire,
      etat,
      ...(connu.etat === 'BROUILLON' && { campagneId: campagne.id }),
      structureId,
      ...colonnesDe(demandeLue),
      ...(!memeJour && !reouvert && demandeLue.etat === 'DEPOSE' && depot),
    })
  }
  const version = await addVersion(tx, connu.id, { lotId, donnees: demandeLue.donnees })
  if (!decide) {
    await rafraichirCompletude(tx, connu.id, le)
    await rafraichirRecevabilite(tx, connu.id)
    await rafraichirDelais(tx, connu.id)
  }
  const privee = delaiCourt(connu) && !connu.contactCourriel && accuser
  if (privee) await accuserReception(tx, connu.id, le)
  await journal(tx, 'mettreAJour', {
    id: connu.id,
    le,
    detail: {
      lotId,
      ligne: demandeLue.ligne,
      version,
      differences: suite.differences,
      apresDecision: decide,
      ...(close && { avant: connu.etat, apres: etat }),
    },
  })
  if (!decide && demandeLue.etat === 'DEPOSE') await proposerRapprochements(tx, connu.id, le)
}

/** A dossier that a listing had lost is there again, unchanged. */
export async function retrouverDossier(
  tx: Tx,
  { lotId, connu, le }: { lotId: string | null; connu: DossierConnu; le: Date },
) {
  await claimVersion(tx, connu, { disparuLe: null })
  await journal(tx, 'signalerRetour', { id: connu.id, le, detail: { lotId } })
}

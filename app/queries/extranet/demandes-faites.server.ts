import { momentDeCampagne, prendDesFiches } from '#domain/campagne/annonce'
import { prochaineSeance } from '#domain/campagne/prochaine-seance'
import { suivreElements } from '#domain/complement/demande-complement'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { reouverture } from '#domain/demande-en-ligne/saisie'
import type { EtatDit } from '#domain/demandeur/etat-dit'
import type { Dispositif } from '#domain/dispositif'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { etatDuBilan } from '#domain/suite-accord/bilan-de-projet'
import { fromDate, type Jour, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { piecesRecuesDe } from '#infra/stores/complement/complement'
import { etatsPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { adresseDesComplements } from '#libelles/demandeur/adresses'
import { statutDuPortail } from '#libelles/demandeur/statut-du-portail'
import { attendusDe, direSuite } from '#libelles/demandeur/suite'
import { SUIVI_DE_L_ETAT } from '#libelles/demandeur/suivi'
import type { Prisma } from '#prisma'

/** Demandes shown of one structure, last first. */
const DEMANDES_MAX = 200

/** Nothing of what officers note, propose or signal. */
const CE_QUI_EST_LU = {
  ...{ id: true, numero: true, objet: true, etat: true, origine: true, statutPortail: true, deposeLe: true },
  ...{ montantDemandeCents: true, contactNom: true, campagneId: true },
  recapitulatif: { select: { dossierId: true } },
  demandeEnLigne: { select: { id: true } },
  deverrouillages: { orderBy: { ouvertLe: 'desc' } },
  modifications: { orderBy: { creeLe: 'desc' }, take: 1, select: { etat: true } },
  bilan: { select: { duLe: true, recuLe: true, verdict: true, motif: true } },
} as const satisfies Prisma.DossierSelect

type Lue = Prisma.DossierGetPayload<{ select: typeof CE_QUI_EST_LU }>

/** One demande as its own structure reads it. */
export type DemandeFaite = {
  id: string
  origine: OrigineDossier
  dispositif: Dispositif
  numero: string | null
  objet: string
  /** The word of the portal, where it stands in what the structure was told, and what happens next and when. */
  statutPortail: string
  etat: EtatDit
  dit: string
  suite: string
  deposeLe: Jour | null
  montantDemandeCents: bigint
  /** What was deposited can be read as a page and as a file. */
  aUnRecapitulatif: boolean
  /** Where its answers are, where it was deposited on the portal. */
  portail: string | null
  /** Where this member changes it, and gives what is asked, now; null where they cannot. */
  modifier: string | null
  completer: string | null
}

/** The campagnes of these dossiers, each read once. */
async function campagnesDe(db: Db, lues: readonly Lue[], now: Date) {
  const ids = [...new Set(lues.map(({ campagneId }) => campagneId))]
  const today = jourDeParis(now)
  const campagnes = await db.campagne.findMany({ where: { id: { in: ids } } })
  return new Map(
    campagnes.map((campagne) => {
      const { reglages, ...jours } = reglementDe(campagne)
      const prend = prendDesFiches(momentDeCampagne({ etat: campagne.etat, ...jours }, today))
      return [
        campagne.id,
        {
          dispositif: campagne.dispositif,
          portail: reglages.adressePortail,
          prochaineSeance: prochaineSeance(reglages, today),
          dernierJour: prend ? jours.echeanceDepot : null,
        },
      ]
    }),
  )
}

/** The bilan of a grant that was told, as it is told. */
const bilanConnu = (bilan: Lue['bilan'], etat: EtatDit, today: Jour) => {
  if (!bilan || (etat !== 'ACCORDE' && etat !== 'ACCORDE_PARTIEL')) return null
  const jours = { duLe: fromDate(bilan.duLe), recuLe: bilan.recuLe && fromDate(bilan.recuLe) }
  return {
    ...jours,
    etat: etatDuBilan({ ...jours, verdict: bilan.verdict }, today),
    motif: bilan.verdict === 'A_COMPLETER' ? bilan.motif : '',
  }
}

type Vue = { structureId: string; role: RoleMembre; now: Date }

/** What a structure asked and deposited, here or on the portal, last first: the same few questions whatever their number. Asked by who may see the structure. */
export async function demandesFaites(db: Db, { structureId, role, now }: Vue) {
  const lues = await db.dossier.findMany({
    where: { structureId, disparuLe: null },
    select: CE_QUI_EST_LU,
    orderBy: [{ deposeLe: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
    take: DEMANDES_MAX,
  })
  const [etats, campagnes] = await Promise.all([etatsPourLeMembre(db, lues, now), campagnesDe(db, lues, now)])
  const pieces = await piecesRecuesDe(
    db,
    [...etats].flatMap(([id, { complement }]) => (complement ? [id] : [])),
  )
  const ecrit = peutRemplir(role)
  return lues.map((lue): DemandeFaite & { contactNom: string } => {
    const { id, numero, objet, origine, demandeEnLigne, montantDemandeCents, contactNom } = lue
    const dit = etats.get(id)
    const campagne = campagnes.get(lue.campagneId)
    if (!dit || !campagne) throw new Error(`read without its campagne or its état: ${id}`)
    const { dispositif, portail, prochaineSeance: seance, dernierJour } = campagne
    const { etat, complement: attente } = dit
    const complement = attente && {
      limite: attente.limite,
      elements: suivreElements(attente.elements, { depuis: attente.creeLe, pieces: pieces.get(id) ?? [] }),
    }
    const ouverture = reouverture({ dossier: lue }, now)
    const ici = ecrit && origine === 'EXTRANET'
    return {
      ...{ id, origine, dispositif, numero, objet, montantDemandeCents, contactNom, etat },
      statutPortail: statutDuPortail({
        ...{ origine, etat, statutPortail: lue.statutPortail, rouverte: ouverture !== null },
      }),
      dit: SUIVI_DE_L_ETAT[etat].dit,
      suite: direSuite({
        ...{ etat, complement, ouverture, prochaineSeance: seance },
        surLePortail: origine === 'PORTAIL',
        dernierJour: etat === 'BROUILLON' ? dernierJour : null,
        modification: lue.modifications[0]?.etat ?? null,
        bilan: bilanConnu(lue.bilan, etat, jourDeParis(now)),
      }),
      deposeLe: lue.deposeLe && fromDate(lue.deposeLe),
      aUnRecapitulatif: lue.recapitulatif !== null,
      portail: origine === 'PORTAIL' ? portail : null,
      modifier: ici && ouverture && demandeEnLigne ? adresseDEtape(demandeEnLigne.id, 'STRUCTURE') : null,
      completer: ici && complement && attendusDe(complement) > 0 ? adresseDesComplements(id) : null,
    }
  })
}
